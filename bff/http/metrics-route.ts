import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import { Gauge } from 'prom-client';
import { collectProcessMetrics, registry } from './metrics';
import { Problem } from './problem';

export interface MetricsRouteOptions {
  /** Sent as `Authorization: Bearer`. Without one only this machine may read. */
  token?: string;
  /** Pools whose connections are counted. */
  pools?: Record<string, { totalCount: number; idleCount: number; waitingCount: number }>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const digest = (text: string) => createHash('sha256').update(text).digest();

function isAllowed(request: Request, token: string | undefined): boolean {
  // The socket's own address: a header can say anything.
  if (token === undefined) {
    return LOOPBACK.has(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for'];
  }
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

function watchPools(pools: NonNullable<MetricsRouteOptions['pools']>): void {
  if (registry.getSingleMetric('database_pool_connections')) return;
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections of each pool by state; `waiting` counts requests without one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, counts] of Object.entries(pools)) {
        this.set({ pool, state: 'idle' }, counts.idleCount);
        this.set({ pool, state: 'busy' }, counts.totalCount - counts.idleCount);
        this.set({ pool, state: 'waiting' }, counts.waitingCount);
      }
    },
  });
}

/** `GET /metrics`, Prometheus text. To anybody else the address does not exist. */
export function mountMetrics(app: Express, options: MetricsRouteOptions = {}): void {
  collectProcessMetrics();
  watchPools(options.pools ?? {});
  app.get('/metrics', async (request, response) => {
    response.locals.route = '/metrics';
    if (!isAllowed(request, options.token)) throw new Problem(404, 'ROUTE_NOT_FOUND', '没有这个地址');
    response.setHeader('Content-Type', registry.contentType);
    response.end(await registry.metrics());
  });
}

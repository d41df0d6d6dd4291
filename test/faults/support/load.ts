import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Pool } from 'undici';

/** One thing that people do, again and again. */
export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  token?: () => string;
  /** Different every time, so that no two writes are the same. */
  body?: (turn: number) => unknown;
}

export interface Lane {
  /** `others` never need the system that is sick. */
  kind: 'read' | 'write' | 'others';
  perSecond: number;
  asks: readonly Ask[];
}

export interface Heard {
  kind: Lane['kind'];
  ask: Ask;
  key: string | undefined;
  sentBody: unknown;
  askedAt: number;
  tookMs: number;
  /** 0: no answer came at all. */
  status: number;
  mediaType: string;
  retryAfter: boolean;
  text: string;
}

const TICK_MS = 10;

export interface Caller {
  ask(kind: Lane['kind'], ask: Ask, again?: Pick<Heard, 'key' | 'sentBody'>): Promise<Heard>;
  close(): Promise<void>;
}

export function openCaller(url: string): Caller {
  const pool = new Pool(url, { connections: 256, pipelining: 1 });
  let turn = 0;
  return {
    async ask(kind, ask, again) {
      turn += 1;
      const key = again?.key ?? (ask.method === 'GET' ? undefined : randomUUID());
      const sentBody = again?.sentBody ?? ask.body?.(turn);
      const askedAt = performance.now();
      const heard = { kind, ask, key, sentBody, askedAt };
      try {
        const { statusCode, headers, body } = await pool.request({
          method: ask.method,
          path: `/api/v1${ask.path}`,
          headers: {
            ...(ask.token && { authorization: `Bearer ${ask.token()}` }),
            ...(key && { 'idempotency-key': key }),
            ...(sentBody === undefined ? {} : { 'content-type': 'application/json' }),
          },
          body: sentBody === undefined ? null : JSON.stringify(sentBody),
        });
        const text = await body.text();
        const mediaType = String(headers['content-type'] ?? '');
        const retryAfter = Number(headers['retry-after']) > 0;
        return {
          ...heard,
          tookMs: performance.now() - askedAt,
          status: statusCode,
          mediaType,
          retryAfter,
          text,
        };
      } catch (error) {
        const text = (error as Error).message;
        return {
          ...heard,
          tookMs: performance.now() - askedAt,
          status: 0,
          mediaType: '',
          retryAfter: false,
          text,
        };
      }
    },
    close: () => pool.close(),
  };
}

export interface Driven {
  heard: Heard[];
  /** How late this process itself was: what it measured is late by as much. */
  ownLagMs: number;
}

/** Open loop: requests go out by the clock, however slowly they are answered. Ends when the last answer is there. */
export async function drive(caller: Caller, lanes: readonly Lane[], forMs: number): Promise<Driven> {
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const startedAt = performance.now();
  const running: Promise<Heard>[] = [];
  const sent = lanes.map(() => 0);
  for (let now = startedAt; now - startedAt < forMs; now = performance.now()) {
    for (const [index, lane] of lanes.entries()) {
      const due = ((now - startedAt) / 1000) * lane.perSecond;
      for (let count = sent[index] ?? 0; count < due; count += 1, sent[index] = count) {
        const ask = lane.asks[count % lane.asks.length];
        if (ask) running.push(caller.ask(lane.kind, ask));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  const heard = await Promise.all(running);
  lag.disable();
  return { heard, ownLagMs: lag.percentile(99) / 1e6 };
}

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Host, startHost } from './host';

const dist = path.resolve(__dirname, '../..', process.env.WEAPP_ROOT ?? 'dist/weapp');
const HOUR_MS = 3_600_000;

/** What an earlier launch left: a session whose access token has lapsed. */
const lapsedSession = () =>
  new Map<string, unknown>([
    [
      'club:session',
      JSON.stringify({
        refreshToken: 'refresh-1',
        accessToken: 'access-1',
        accessTokenExpiresAt: new Date(Date.now() - HOUR_MS).toISOString(),
      }),
    ],
  ]);

describe('the session in WeChat', () => {
  let host: Host | undefined;
  let server: http.Server;
  const asked: { route: string; headers: http.IncomingHttpHeaders; body: string }[] = [];

  beforeEach(async () => {
    asked.length = 0;
    server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        const route = `${request.method} ${request.url}`;
        asked.push({ route, headers: request.headers, body });
        const renewed = {
          accessToken: 'access-2',
          accessTokenExpiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
          refreshToken: 'refresh-2',
        };
        const isRenewal = route === 'POST /api/v1/auth/tokens';
        response.writeHead(isRenewal ? 201 : 503, { 'Content-Type': 'application/json' });
        response.end(
          JSON.stringify(
            isRenewal ? renewed : { code: 'UPSTREAM_UNAVAILABLE', detail: '连不上', retryAfterSeconds: 30 },
          ),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    host?.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is renewed once from the phone’s storage, rotated there, and never sent as the web does', async () => {
    const { port } = server.address() as AddressInfo;
    host = await startHost({ dist, apiBase: `http://127.0.0.1:${port}/api/v1`, storage: lapsedSession() });
    await host.waitFor(
      () => asked.some(({ route }) => route.startsWith('GET /api/v1/home')),
      'the home request',
    );
    const renewals = asked.filter(({ route }) => route === 'POST /api/v1/auth/tokens');
    expect(renewals.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ refreshToken: 'refresh-1' }]);
    const home = asked.find(({ route }) => route.startsWith('GET /api/v1/home'));
    expect(home?.headers.authorization).toBe('Bearer access-2');
    expect(home?.headers['x-client']).toBeUndefined();
    expect(String(host.storage.get('club:session'))).toContain('refresh-2');
    expect(host.errors).toEqual([]);
  });
});

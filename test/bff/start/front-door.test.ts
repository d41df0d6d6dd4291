import axios from 'axios';
import { createServer } from 'node:http';
import { createFrontDoor } from '../../../bff/start/front-door';
import { listen } from '../../../bff/start/listen';
import type { HttpServer } from '../../../bff/http/server';

const door = createFrontDoor();
let server: HttpServer;
beforeAll(async () => {
  server = await listen(door.handler, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close(100));

const get = (path: string, accept = 'application/json') =>
  axios.get<unknown>(`${server.url}${path}`, { validateStatus: () => true, headers: { Accept: accept } });

describe('a server that is still starting', () => {
  it('is alive but not ready', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(503);
  });

  it('tells programs to come back, in the form every refusal has', async () => {
    const answer = await get('/api/v1/home');
    expect(answer.status).toBe(503);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.data).toMatchObject({ code: 'STARTING', status: 503, retryAfterSeconds: 2 });
    expect(answer.data).toHaveProperty('requestId', answer.headers['x-request-id']);
  });

  it('shows people a page that opens by itself later', async () => {
    const answer = await get('/', 'text/html');
    expect(answer.status).toBe(503);
    expect(answer.data).toContain('正在启动');
  });

  it('hands over to the application once that stands', async () => {
    door.open((_request, response) => response.end('"here"'));
    expect((await get('/api/v1/home')).data).toBe('here');
  });
});

describe('a port that cannot be taken', () => {
  it('is one clear line', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(listen(door.handler, { host: '127.0.0.1', port })).rejects.toMatchObject({
      name: 'StartProblem',
      message: `Port ${port} on 127.0.0.1 is in use. Stop what runs there, or choose another with PORT.`,
    });
    taken.close();
  });

  it('names a host that this machine does not have', async () => {
    await expect(listen(door.handler, { host: '192.0.2.1', port: 0 })).rejects.toThrow(
      /no address "192\.0\.2\.1"/,
    );
  });
});

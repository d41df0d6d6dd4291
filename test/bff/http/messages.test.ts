import * as z from 'zod/mini';
import { defineRoute } from '../../../bff/http/route';
import { open, send, startApp } from './kit-app';

const kindOf = (message: object) => Object.getPrototypeOf(message) as unknown;
const seenByExpress: unknown[] = [];

const whoAsks = defineRoute({
  summary: 's',
  tag: 't',
  access: open,
  method: 'get',
  path: '/who-asks',
  answers: { 200: z.object({ address: z.string() }) },
  handle({ request, response }) {
    seenByExpress.push(kindOf(request), kindOf(response));
    return { status: 200, body: { address: request.ip } };
  },
});

it('gives messages their prototype before Express does, so that all are of one kind', async () => {
  const { url, server, close } = await startApp([whoAsks]);
  const madeByNode: unknown[] = [];
  server.prependListener('request', (request, response) =>
    madeByNode.push(kindOf(request), kindOf(response)),
  );
  await send(`${url}/who-asks`);
  await send(`${url}/who-asks`);
  await close();
  expect(madeByNode).toHaveLength(4);
  expect(seenByExpress.splice(0)).toEqual(madeByNode);
  expect(new Set(madeByNode).size).toBe(2);
});

it('leaves each app of a process its own settings', async () => {
  const behindProxy = await startApp([whoAsks], { app: { trustProxy: 1 } });
  const reached = await startApp([whoAsks]);
  const headers = { 'X-Forwarded-For': '203.0.113.7' };
  const [one, other] = await Promise.all(
    [behindProxy, reached].map(({ url }) => send(`${url}/who-asks`, { headers })),
  );
  await Promise.all([behindProxy.close(), reached.close()]);
  expect(one?.body.address).toBe('203.0.113.7');
  expect(other?.body.address).toBe('127.0.0.1');
});

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/run-folder';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(60_000);

/** A build as the bundler leaves it: one start page and files whose names carry a hash. */
function webBuild(): string {
  const root = temporaryFolder('web');
  mkdirSync(path.join(root, 'js'));
  writeFileSync(path.join(root, 'index.html'), `<!doctype html><title>车主俱乐部</title>${' '.repeat(2000)}`);
  writeFileSync(path.join(root, 'js/app.0a1b2c3d.js'), `/* ${'x'.repeat(4000)} */`);
  writeFileSync(path.join(root, 'js/app.0a1b2c3d.js.map'), '{}');
  return root;
}

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ webRoot: webBuild() });
});
afterAll(() => stack.stop());

const fetched = (address: string, accept = 'text/html') =>
  fetch(stack.baseUrl + address, { headers: { Accept: accept } });

describe('the web build', () => {
  it('is found at / and at the address of any of its pages', async () => {
    for (const address of ['/', '/features/policies/pages/list/index', '/somewhere?id=1']) {
      const response = await fetched(address);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await response.text()).toContain('车主俱乐部');
    }
  });

  it('keeps files with a hash for ever, packed', async () => {
    const response = await fetched('/js/app.0a1b2c3d.js', '*/*');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect((await response.text()).length).toBeGreaterThan(4000);
  });

  it.each([
    '/js/missing.0a1b2c3d.js',
    '/js/app.0a1b2c3d.js.map',
    '/..%2f..%2fpackage.json',
    '/api/v1/nothing',
    '/api',
    '/demo/nothing',
    '/health/nothing',
  ])('is not what %s answers', async (address) => {
    const response = await fetched(address);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/problem\+json/);
  });
});

describe('what watches the server', () => {
  it('finds it live and ready', async () => {
    expect((await fetched('/health/live')).status).toBe(200);
    expect((await fetched('/health/ready')).status).toBe(200);
  });

  it('reads metrics as text', async () => {
    const response = await fetched('/metrics');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('http_request_duration_seconds');
  });

  it('finds it not ready without its database, while it lives on', async () => {
    const lonely = await startStack();
    await lonely.pool.end();
    const [ready, live] = [
      await fetch(`${lonely.baseUrl}/health/ready`),
      await fetch(`${lonely.baseUrl}/health/live`),
    ];
    expect([ready.status, live.status]).toEqual([503, 200]);
    await lonely.stop().catch(() => undefined);
  });
});

describe('the documents', () => {
  it('describe every route with its answers', async () => {
    const document = (await (await fetched('/api/v1/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: object }>>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    for (const address of [
      '/api/v1/auth/sms-codes',
      '/api/v1/home',
      '/api/v1/claims',
      '/api/v1/merchant/redemptions',
    ]) {
      const found = document.paths[address] ?? document.paths[address.replace('/api/v1', '')];
      expect(Object.keys(found ?? {})).not.toHaveLength(0);
    }
  });

  it('come with a page to try them', async () => {
    const response = await fetched('/api/docs');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('swagger-ui');
  });
});

it('answers unknown methods and paths as problems', async () => {
  const wrongMethod = await fetch(`${stack.baseUrl}/api/v1/me`, { method: 'POST' });
  expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'GET']);
});

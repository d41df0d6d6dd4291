import { createSecretKey } from 'node:crypto';
import * as z from 'zod/mini';
import { listOf, opaqueId, pageQuery } from '../../../bff/http/contract';
import { mountDocs } from '../../../bff/http/docs-page';
import { mountMetrics } from '../../../bff/http/metrics-route';
import { openApiDocument } from '../../../bff/http/openapi';
import { defineRoute, noBody } from '../../../bff/http/route';
import { serviceAccess } from '../../../bff/http/service-access';
import { signServiceToken } from '../../../bff/http/service-token';
import { expectProblem, open, send, startApp } from './kit-app';

const serviceKey = createSecretKey(Buffer.alloc(32, 7));
const store = z.object({ id: opaqueId, name: z.string(), city: z.string() });
const gift = z.object({ id: opaqueId, title: z.string(), store });
const routes = [
  defineRoute({
    method: 'get',
    path: '/gifts',
    summary: 'List gifts',
    tag: 'gifts',
    access: open,
    query: z.strictObject({ ...pageQuery, state: z.optional(z.enum(['offered', 'claimed'])) }),
    answers: { 200: listOf(gift) },
    handle: () => ({ status: 200, body: { items: [], nextCursor: null } }),
  }),
  defineRoute({
    method: 'post',
    path: '/gifts/:id/claim',
    summary: 'Claim a gift',
    tag: 'gifts',
    access: serviceAccess(serviceKey, 'club', ['member']),
    idempotency: { kind: 'forwarded' },
    params: z.strictObject({ id: opaqueId }),
    body: noBody,
    answers: { 201: z.object({ gift, stores: z.array(store) }) },
    problems: { GIFT_EXPIRED: 'the offer has lapsed' },
    handle: () => ({
      status: 201,
      body: { gift: { id: 'g', title: 't', store: { id: 's', name: 'n', city: 'c' } }, stores: [] },
    }),
  }),
  defineRoute({
    method: 'put',
    path: '/photos/:id',
    summary: 'Store a part',
    tag: 'photos',
    access: open,
    idempotency: { kind: 'natural', why: 'the same part again is the same part' },
    params: z.strictObject({ id: opaqueId }),
    body: { streamed: 'raw bytes' },
    answers: { 204: null },
    handle: () => ({ status: 204 }),
  }),
];
const options = { title: 'Club', version: '1.0.0', basePath: '/api/v1' };

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      { parameters: { name?: string; $ref?: string; schema?: object }[] } & Record<string, unknown>
    >
  >;
  components: { schemas: Record<string, { additionalProperties?: unknown }> };
}
const document = openApiDocument(routes, options) as unknown as Document;

function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' ? [String(value)] : references(value),
  );
}

describe('the OpenAPI document', () => {
  it('is 3.1 and knows every route', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/gifts',
      '/api/v1/gifts/{id}/claim',
      '/api/v1/photos/{id}',
    ]);
  });

  it('says who may call, what sending twice does and which codes to expect', () => {
    const claim = document.paths['/api/v1/gifts/{id}/claim']?.post;
    expect(claim).toMatchObject({
      operationId: 'postGiftsIdClaim',
      security: [{ service: [] }],
      description: expect.stringMatching(/service \(member\)[\s\S]*Idempotent-Replayed[\s\S]*GIFT_EXPIRED/),
      responses: { 201: {}, 401: {}, 409: {}, 504: {} },
    });
    expect(claim?.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    expect(document.paths['/api/v1/gifts']?.get).toMatchObject({ security: [] });
    expect(document.paths['/api/v1/photos/{id}']?.put).toMatchObject({
      description: expect.stringContaining('the same part again'),
      requestBody: { content: { 'application/octet-stream': {} } },
    });
  });

  it('describes query and path', () => {
    const names = document.paths['/api/v1/gifts']?.get?.parameters.map((parameter) => parameter.name);
    expect(names).toEqual(['limit', 'cursor', 'state']);
  });

  it('shares what is used twice, under a name, and every reference leads somewhere', () => {
    expect(Object.keys(document.components.schemas).sort()).toEqual(['Gift', 'Problem', 'Store']);
    for (const reference of references(document)) {
      const found = reference
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], document);
      expect({ reference, found: typeof found }).toEqual({ reference, found: 'object' });
    }
  });

  it('lets answers grow', () => {
    expect(document.components.schemas.Gift).not.toHaveProperty('additionalProperties');
  });
});

describe('what is served beside the routes', () => {
  const token = 'a-metrics-token-of-the-test';
  const start = () =>
    startApp(routes, {
      basePath: '/api/v1',
      before: (app) => {
        mountDocs(app, routes, { ...options, docsPath: '/api/docs' });
        mountMetrics(app, { token });
      },
    });

  it('is the document and a page that needs nothing from elsewhere', async () => {
    const app = await start();
    expect((await send(`${app.url}/api/v1/openapi.json`)).body).toMatchObject({ openapi: '3.1.0' });
    const page = await send(`${app.url}/api/docs`);
    const html = String(page.body.text);
    expect(html).not.toMatch(/https?:\/\/|<script>|onload=/);
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(assets).toHaveLength(4);
    for (const asset of assets) expect((await fetch(app.url + asset)).status).toBe(200);
    await app.close();
  });

  it('is the metrics, for whoever has the token, by pattern and never by address', async () => {
    const app = await start();
    await send(`${app.url}/api/v1/gifts`);
    expectProblem(await send(`${app.url}/metrics`), 404, 'ROUTE_NOT_FOUND');
    expectProblem(
      await send(`${app.url}/metrics`, { headers: { authorization: 'Bearer wrong' } }),
      404,
      'ROUTE_NOT_FOUND',
    );
    const reply = await send(`${app.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect(String(reply.body.text)).toMatch(
      /http_request_duration_seconds_count\{app="kit",method="GET",route="\/api\/v1\/gifts",status="200"\}/,
    );
    await app.close();
  });
});

describe('a route of a system of record', () => {
  const key = { 'idempotency-key': 'abcdefgh' };
  const sign = (role: 'member' | 'operator', to = 'club') => ({
    authorization: `Bearer ${signServiceToken(serviceKey, { from: 'bff', to, actor: { subject: 'm1', role } })}`,
  });
  const claim = (url: string, headers: Record<string, string>) =>
    send(`${url}/gifts/g1/claim`, { method: 'POST', headers: { ...key, ...headers } });

  it('is for the right system and the right role only', async () => {
    const app = await startApp(routes);
    expectProblem(await claim(app.url, {}), 401, 'SERVICE_CREDENTIAL_INVALID');
    expectProblem(await claim(app.url, sign('member', 'core')), 401, 'SERVICE_CREDENTIAL_INVALID');
    expectProblem(await claim(app.url, { authorization: 'Basic x' }), 401, 'SERVICE_CREDENTIAL_INVALID');
    expectProblem(await claim(app.url, sign('operator')), 403, 'ACTOR_NOT_ALLOWED');
    expect((await claim(app.url, sign('member'))).status).toBe(201);
    await app.close();
  });
});

import { STATUS_CODES } from 'node:http';
import { problem } from './contract';
import { jsonSchema, SharedSchemas, type JsonSchema } from './openapi-schemas';
import { PROBLEM_MEDIA_TYPE } from './problem-answer';
import { noBody, type AnyRoute } from './route';
import { isStreamed, isWrite, jsonBodySchema } from './route-checks';

export interface OpenApiOptions {
  title: string;
  version: string;
  description?: string;
  basePath: string;
}

const PROBLEM_STATUSES: Record<string, string> = {
  400: 'Malformed: body, address or request id.',
  401: 'Nobody is signed in, or the sign-in has ended.',
  403: 'Signed in, but this needs more (a bound phone, another role).',
  404: 'Does not exist, or is not yours; the two are not told apart.',
  408: 'The body took too long to arrive.',
  409: 'Refused by the state of things, or the same request is still running; see `code`.',
  413: 'Body too large.',
  415: 'Wrong media type.',
  422: 'Understood and refused; `errors` names the fields, in Chinese.',
  429: 'Too often; `retryAfterSeconds` says when again.',
  500: 'Our fault; `requestId` is what to quote.',
  503: 'Nothing was done; try again after `retryAfterSeconds`.',
  504: 'A write was sent and its answer lost: repeat it with the same `Idempotency-Key` only.',
};

const isOpen = (route: AnyRoute) => /^(public|open|anybody|anyone)\b/i.test(route.access.name);
const isService = (route: AnyRoute) => route.access.name.startsWith('service');
const problemReference = (status: string) => ({ $ref: `#/components/responses/Problem${status}` });

function problemStatusesOf(route: AnyRoute): string[] {
  const statuses = ['400', '404', '422', '429', '500', '503'];
  if (!isOpen(route)) statuses.push('401', '403');
  if (isWrite(route)) statuses.push('408', '409', '413', '415', '504');
  return statuses.filter((status) => !(status in route.answers)).sort();
}

function idempotencyWords(route: AnyRoute): string | undefined {
  if (!route.idempotency) return undefined;
  if (route.idempotency.kind === 'natural') return `Sent twice: ${route.idempotency.why}`;
  return 'Needs `Idempotency-Key`: the same key and input give the same answer with `Idempotent-Replayed: true`.';
}

function descriptionOf(route: AnyRoute): string {
  const codes = Object.entries(route.problems ?? {}).map(([code, words]) => `- \`${code}\`: ${words}`);
  return [
    `**Access:** ${route.access.name}. ${route.access.description}`,
    idempotencyWords(route),
    codes.length > 0 ? `**Problem codes**\n\n${codes.join('\n')}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function parametersOf(schema: AnyRoute['params'], place: 'path' | 'query'): JsonSchema[] {
  if (!schema) return [];
  const converted = jsonSchema(schema, 'answer');
  const required = (converted.required as string[] | undefined) ?? [];
  return Object.entries((converted.properties as JsonSchema | undefined) ?? {}).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }));
}

/** What a whole answer is called when several routes share it: `/claims/:id` gives a claim. */
function subjectOf(route: AnyRoute): string {
  const literal = route.path.split('/').filter((segment) => segment && !segment.startsWith(':'));
  const words = (literal[literal.length - 1] ?? route.tag).split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function operationId(route: AnyRoute): string {
  const words = route.path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return route.method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

class DocumentBuilder {
  private readonly shared = new SharedSchemas();
  private readonly schemas = new Map<object, JsonSchema>();

  constructor(
    private readonly routes: AnyRoute[],
    private readonly options: OpenApiOptions,
  ) {
    for (const route of routes) {
      const body = jsonBodySchema(route.body);
      if (body) this.prepare(body, 'request');
      for (const answer of Object.values(route.answers)) if (answer) this.prepare(answer, 'answer');
    }
  }

  build(): JsonSchema {
    const paths: Record<string, JsonSchema> = {};
    for (const route of this.routes) {
      const path = this.options.basePath + route.path.replace(/:(\w+)/g, '{$1}');
      paths[path || '/'] = { ...paths[path || '/'], [route.method]: this.operation(route) };
    }
    const { title, version, description } = this.options;
    return {
      openapi: '3.1.0',
      info: { title, version, ...(description ? { description } : {}) },
      servers: [{ url: '/' }],
      tags: [...new Set(this.routes.map((route) => route.tag))].map((name) => ({ name })),
      paths,
      components: this.components(),
    };
  }

  /** A schema object that several routes share is converted once, but counts for each. */
  private prepare(schema: NonNullable<AnyRoute['params']>, kind: 'request' | 'answer'): void {
    const converted = this.schemas.get(schema) ?? jsonSchema(schema, kind);
    this.schemas.set(schema, converted);
    this.shared.count(converted);
  }

  private reference(schema: NonNullable<AnyRoute['params']>, hint: string): unknown {
    return this.shared.share(this.schemas.get(schema), hint);
  }

  private operation(route: AnyRoute): JsonSchema {
    const needsKey = route.idempotency !== undefined && route.idempotency.kind !== 'natural';
    const requestBody = this.requestBody(route);
    return {
      operationId: operationId(route),
      summary: route.summary,
      description: descriptionOf(route),
      tags: [route.tag],
      security: isOpen(route) ? [] : [isService(route) ? { service: [] } : { bearer: [] }],
      parameters: [
        ...parametersOf(route.params, 'path'),
        ...parametersOf(route.query, 'query'),
        ...(needsKey ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ],
      ...(requestBody ? { requestBody } : {}),
      responses: this.responses(route),
      ...(route.problems ? { 'x-problem-codes': Object.keys(route.problems) } : {}),
    };
  }

  private requestBody(route: AnyRoute): JsonSchema | undefined {
    const { body } = route;
    if (body === undefined || body === noBody) return undefined;
    if (isStreamed(body)) {
      const mediaType = body.streamed.includes('multipart')
        ? 'multipart/form-data'
        : 'application/octet-stream';
      return { required: true, description: body.streamed, content: { [mediaType]: { schema: {} } } };
    }
    const schema = this.reference(body, `${subjectOf(route)}Request`);
    return { required: true, content: { 'application/json': { schema } } };
  }

  private responses(route: AnyRoute): JsonSchema {
    const answers = Object.entries(route.answers).map(([status, schema]) => {
      const description = STATUS_CODES[status] ?? 'Success';
      const headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
      if (schema) {
        const content = { 'application/json': { schema: this.reference(schema, subjectOf(route)) } };
        return [status, { description, headers, content }];
      }
      const content = route.mediaType ? { content: { [route.mediaType]: {} } } : {};
      return [status, { description, headers, ...content }];
    });
    const problems = problemStatusesOf(route).map((status) => [status, problemReference(status)]);
    return Object.fromEntries([...answers, ...problems]) as JsonSchema;
  }

  private components(): JsonSchema {
    const content = { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };
    const responses = Object.entries(PROBLEM_STATUSES).map(([status, description]) => [
      `Problem${status}`,
      { description, content },
    ]);
    return {
      schemas: { Problem: jsonSchema(problem, 'answer'), ...this.shared.components },
      responses: Object.fromEntries(responses),
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Made and stored by the client before it sends; scoped to account and route.',
          schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
        },
      },
      headers: { RequestId: { description: 'Quote it to customer service.', schema: { type: 'string' } } },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Access token, at most 15 minutes old.' },
        service: {
          type: 'http',
          scheme: 'bearer',
          description: 'Service token with the signed actor, 60 s.',
        },
      },
    };
  }
}

/** OpenAPI 3.1 from the routes themselves: what is not mounted is not described, and the other way round. */
export function openApiDocument(routes: AnyRoute[], options: OpenApiOptions): JsonSchema {
  return new DocumentBuilder(routes, options).build();
}

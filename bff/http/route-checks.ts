import * as z from 'zod/mini';
import { noBody, type AnyRoute, type StreamedBody } from './route';

type Schema = z.core.$ZodType;
const WRITES = new Set(['post', 'put', 'patch', 'delete']);

export function isWrite(route: AnyRoute): boolean {
  return WRITES.has(route.method);
}

export function isStreamed(body: AnyRoute['body']): body is StreamedBody {
  return typeof body === 'object' && 'streamed' in body;
}

export function jsonBodySchema(body: AnyRoute['body']): Schema | undefined {
  return body === undefined || body === noBody || isStreamed(body) ? undefined : body;
}

interface JsonNode {
  properties?: object;
  additionalProperties?: unknown;
}

/** Path of the first object that would silently drop members it does not know. */
function findLenient(node: unknown, path: string): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { properties, additionalProperties } = node as JsonNode;
  if (properties && additionalProperties === undefined) return path || '(root)';
  for (const [key, inner] of Object.entries(node)) {
    const found = findLenient(inner, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

function lenientPart(schema: Schema | undefined): string | undefined {
  if (!schema) return undefined;
  return findLenient(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref' }), '');
}

function* complaints(route: AnyRoute): Generator<string> {
  const partial: Partial<AnyRoute> = route;
  if (typeof partial.access?.authorise !== 'function') yield 'has no access rule';
  if (Object.keys(partial.answers ?? {}).length === 0) yield 'declares no answers';
  if (typeof partial.handle !== 'function') yield 'has no handler';
  if (isWrite(route) && !route.idempotency) yield 'is a write without an idempotency policy';
  if (isWrite(route) && route.body === undefined) {
    yield 'is a write with neither a body schema, noBody nor a streamed body';
  }
  if (!isWrite(route) && route.body !== undefined) yield 'is a read with a body';
  if (/[:*{]/.test(route.path) && !route.params) yield 'has path parameters without a params schema';
  if (!route.path.startsWith('/')) yield 'has a path that does not start with /';
  const parts = { params: route.params, query: route.query, body: jsonBodySchema(route.body) };
  for (const [name, schema] of Object.entries(parts)) {
    const lenient = lenientPart(schema);
    if (lenient) yield `has a ${name} schema that ignores unknown members at ${lenient}; use z.strictObject`;
  }
}

/** @throws Error naming the route and everything that is missing: a half-declared route must stop the start */
export function checkRoute(route: AnyRoute): void {
  const found = [...complaints(route)];
  if (found.length > 0)
    throw new Error(`Route ${route.method.toUpperCase()} ${route.path} ${found.join('; ')}`);
}

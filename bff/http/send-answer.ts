import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import * as z from 'zod/mini';
import type { Answer, AnyRoute } from './route';

/** Our own answer does not match what we promised: a fault of ours, never the caller's. */
export class AnswerBroken extends Error {
  constructor(route: AnyRoute, where: string) {
    super(`answer of ${route.method.toUpperCase()} ${route.path} breaks its schema at ${where}`);
    this.name = 'AnswerBroken';
  }
}

/** Demo and tests only: in production the tests have already spoken and each read would pay for it. */
export function checkAnswer(route: AnyRoute, answer: Answer): void {
  if (answer.status >= 400) return;
  const schema = route.answers[answer.status];
  if (schema === undefined)
    throw new AnswerBroken(route, `status ${String(answer.status)}, which is not declared`);
  if (schema === null) return;
  const result = z.safeParse(schema, answer.body);
  if (result.success) return;
  const issue = result.error.issues[0];
  throw new AnswerBroken(route, `${issue?.path.join('.') ?? ''} (${issue?.code ?? 'unknown'})`);
}

const LARGEST_SINGLE_WRITE_BYTES = 64 * 1024;
const SLICE_BYTES = 16 * 1024;

/** One huge write shows no progress until it is done, and then a slow reader looks like a dead one. */
function* slices(payload: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < payload.length; start += SLICE_BYTES) {
    yield payload.subarray(start, start + SLICE_BYTES);
  }
}

/** A text goes out together with the headers in one write; bytes would take a second one. */
async function sendPayload(response: Response, payload: string | Uint8Array): Promise<void> {
  const length = Buffer.byteLength(payload);
  response.setHeader('Content-Length', length);
  if (length <= LARGEST_SINGLE_WRITE_BYTES) response.end(payload);
  else await pipeline(Readable.from(slices(Buffer.from(payload))), response);
}

/** JSON unless the route names another media type; a stream is passed on with back pressure. */
export async function sendAnswer(response: Response, route: AnyRoute, answer: Answer): Promise<void> {
  if (response.headersSent) return;
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  const { body } = answer;
  if (body === undefined) {
    response.end();
    return;
  }
  const isBytes = body instanceof Uint8Array;
  const mediaType = isBytes || body instanceof Readable ? route.mediaType : undefined;
  if (!response.hasHeader('Content-Type')) {
    response.setHeader('Content-Type', mediaType ?? 'application/json; charset=utf-8');
  }
  if (body instanceof Readable) {
    await pipeline(body, response);
    return;
  }
  await sendPayload(response, isBytes ? body : JSON.stringify(body));
}

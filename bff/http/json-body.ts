import type { Request } from 'express';
import { findDuplicateKey, findUnsafe, isDeeperThan } from './json-text';
import { Problem, invalidInput } from './problem';

export const MAX_BODY_DEPTH = 32;
export const DEFAULT_BODY_LIMIT_BYTES = 100 * 1024;
/** A small JSON body takes milliseconds to arrive; whoever needs longer is holding a connection. */
export const BODY_DEADLINE_MS = 10_000;

export function hasBody(request: Request): boolean {
  if (request.headers['transfer-encoding'] !== undefined) return true;
  return Number(request.headers['content-length'] ?? 0) > 0;
}

const tooLarge = () => new Problem(413, 'BODY_TOO_LARGE', '提交的内容太大了，请精简后再试');
const malformed = (detail = '提交的内容格式不对，请重试') => new Problem(400, 'MALFORMED_BODY', detail);

function checkMediaType(request: Request): void {
  const header = request.headers['content-type'] ?? '';
  const [mediaType = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const isJson =
    mediaType === 'application/json' && (charset === undefined || charset === 'utf-8' || charset === 'utf8');
  if (!isJson || encoding !== 'identity') {
    throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', '只接受 JSON 格式的内容（application/json，UTF-8）');
  }
}

/** Reads at most `limitBytes` within the deadline. What is not read is thrown away with the connection. */
export function readBytes(
  request: Request,
  options: { limitBytes: number; deadlineMs?: number },
): Promise<Buffer> {
  const { limitBytes, deadlineMs = BODY_DEADLINE_MS } = options;
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      finish();
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limitBytes) chunks.push(chunk);
      else settle(() => reject(tooLarge()));
    };
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks, size)));
    const onGone = () => settle(() => reject(malformed('提交的内容没有传完，请重试')));
    const onLate = () =>
      settle(() => reject(new Problem(408, 'REQUEST_TOO_SLOW', '网络太慢，内容没有传完，请重试')));
    const timer = setTimeout(onLate, deadlineMs);
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('提交的内容不是 UTF-8 编码');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

/** Refuses what a database cannot keep or a program could be fooled by, before any schema sees it. */
export function refuseUnsafe(value: unknown, prefix = ''): void {
  const unsafe = findUnsafe(value, prefix ? [prefix] : []);
  if (!unsafe) return;
  const message = unsafe.kind === 'text' ? '含有无法识别的字符，请删掉后重试' : '含有不允许的字段名';
  throw invalidInput([{ path: unsafe.path.slice(0, 200), code: 'UNSAFE_TEXT', message }]);
}

/** @throws Problem 400, 413, 415 or 422. An absent body is `undefined`, for the schema to judge. */
export async function readJsonBody(request: Request, limitBytes: number): Promise<unknown> {
  if (!hasBody(request)) return undefined;
  checkMediaType(request);
  const text = decode(await readBytes(request, { limitBytes }));
  if (text.length === 0) return undefined;
  if (isDeeperThan(text, MAX_BODY_DEPTH)) {
    throw new Problem(400, 'BODY_TOO_DEEP', '提交的内容层级太深，无法处理');
  }
  const value = parse(text);
  if (findDuplicateKey(text) !== undefined) throw malformed('提交的内容里有重复的字段');
  refuseUnsafe(value);
  return value;
}

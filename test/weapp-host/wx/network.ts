import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type Callbacks, refuse } from './callbacks';
import type { Device } from './device';

interface RequestCall extends Callbacks<{
  statusCode: number;
  data: unknown;
  header: Record<string, string>;
}> {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
  timeout?: number;
  dataType?: string;
}

interface UploadCall extends Callbacks<{ statusCode: number; data: string }> {
  url: string;
  filePath: string;
  name: string;
  header?: Record<string, string>;
  formData?: Record<string, string>;
  timeout?: number;
}

interface Exchange {
  name: string;
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  timeoutMs: number;
}

const DEFAULT_TIMEOUT_MS = 60_000;

/** Node's words for a failed connection, in the words WeChat uses. */
const REASONS: Record<string, string> = {
  ECONNREFUSED: 'errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED',
  ENOTFOUND: 'errcode:-105 cronet_error_code:-105 error_msg:net::ERR_NAME_NOT_RESOLVED',
};

function bodyOf(data: unknown): Buffer | undefined {
  if (data === undefined) return undefined;
  if (typeof data === 'string') return Buffer.from(data);
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]')
    return Buffer.from(data as ArrayBuffer);
  return Buffer.from(JSON.stringify(data));
}

/** Requests go over real HTTP to the server under test, whatever address the bundle was built with. */
export function networkCalls(device: Device, addressOf: (url: string) => string): Record<string, unknown> {
  const exchange = (
    what: Exchange,
    callbacks: Callbacks<never>,
    onAnswer: (status: number, body: Buffer, header: Record<string, string>) => void,
  ) => {
    if (device.offline) {
      refuse(
        what.name,
        callbacks,
        'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
      );
      return { abort: () => undefined };
    }
    const request = http.request(
      what.url,
      { method: what.method, headers: what.headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          onAnswer(response.statusCode ?? 0, Buffer.concat(chunks), flat(response.headers)),
        );
        response.on('error', () => refuse(what.name, callbacks, 'interrupted'));
      },
    );
    request.setTimeout(what.timeoutMs, () =>
      request.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ETIMEDOUT' ? 'timeout' : (REASONS[error.code ?? ''] ?? error.message);
      refuse(what.name, callbacks, reason);
    });
    request.end(what.body);
    return { abort: () => void request.destroy(new Error('abort')) };
  };

  const request = (call: RequestCall) => {
    const body = bodyOf(call.data);
    return exchange(
      {
        name: 'request',
        url: addressOf(call.url),
        method: call.method ?? 'GET',
        headers: { ...call.header, ...(body ? { 'Content-Length': String(body.length) } : {}) },
        body,
        timeoutMs: call.timeout ?? DEFAULT_TIMEOUT_MS,
      },
      call as Callbacks<never>,
      (statusCode, bytes, header) => {
        const text = bytes.toString('utf8');
        const result = {
          statusCode,
          data: call.dataType === 'text' ? text : parsed(text),
          header,
          errMsg: 'request:ok',
        };
        call.success?.(result);
        call.complete?.(result);
      },
    );
  };

  const uploadFile = (call: UploadCall) => {
    const boundary = `weapp-${randomBytes(8).toString('hex')}`;
    void readFile(device.files.get(call.filePath) ?? call.filePath).then(
      (file) =>
        exchange(
          {
            name: 'uploadFile',
            url: addressOf(call.url),
            method: 'POST',
            headers: { ...call.header, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
            body: multipart(boundary, call, file),
            timeoutMs: call.timeout ?? DEFAULT_TIMEOUT_MS,
          },
          call as Callbacks<never>,
          (statusCode, bytes) => {
            const result = { statusCode, data: bytes.toString('utf8'), errMsg: 'uploadFile:ok' };
            call.success?.(result);
            call.complete?.(result);
          },
        ),
      () => refuse('uploadFile', call as Callbacks<never>, 'file not found'),
    );
    return { abort: () => undefined, onProgressUpdate: () => undefined };
  };

  return { request, uploadFile };
}

const flat = (headers: http.IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function multipart(boundary: string, call: UploadCall, file: Buffer): Buffer {
  const fields = Object.entries(call.formData ?? {}).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const mediaType = path.extname(call.filePath) === '.png' ? 'image/png' : 'image/jpeg';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${call.name}"; filename="${path.basename(call.filePath)}"\r\nContent-Type: ${mediaType}\r\n\r\n`;
  return Buffer.concat([Buffer.from(fields.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

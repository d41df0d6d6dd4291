import http from 'node:http';

/** Taro.request and Taro.uploadFile of the web build, over Node's own HTTP because jsdom has no fetch. */
interface RequestOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
  timeout?: number;
}

interface Answer {
  statusCode: number;
  data: string;
  header: Record<string, string>;
}

export type RequestTask = Promise<Answer> & {
  abort: () => void;
  progress: (listener: (what: { progress: number }) => void) => void;
};

export function request({
  url,
  method = 'GET',
  header = {},
  data,
  timeout = 5000,
}: RequestOptions): RequestTask {
  const body =
    data === undefined
      ? undefined
      : typeof data === 'string'
        ? Buffer.from(data)
        : Buffer.from(data as ArrayBuffer);
  return exchange({
    url,
    method,
    timeout,
    body,
    headers: { ...header, ...(body ? { 'Content-Length': String(body.length) } : {}) },
  });
}

interface UploadOptions extends RequestOptions {
  filePath: string;
  name: string;
  formData?: Record<string, string>;
}

export function uploadFile({
  url,
  filePath,
  name,
  header = {},
  formData = {},
  timeout = 5000,
}: UploadOptions): RequestTask {
  const boundary = 'test-boundary';
  const fields = Object.entries(formData).map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n${filePath}\r\n--${boundary}--\r\n`;
  const body = Buffer.from(fields.join('') + file);
  const headers = { ...header, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  return exchange({ url, method: 'POST', timeout, body, headers });
}

interface Exchange {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  timeout: number;
}

function exchange({ url, method, headers, body, timeout }: Exchange): RequestTask {
  let abort: () => void = () => undefined;
  const answer = new Promise<Answer>((resolve, reject) => {
    const outgoing = http.request(url, { method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          statusCode: incoming.statusCode ?? 0,
          data: Buffer.concat(chunks).toString('utf8'),
          header: {},
        }),
      );
    });
    abort = () => void outgoing.destroy(new Error('request:fail abort'));
    outgoing.setTimeout(timeout, () => outgoing.destroy(new Error('request:fail timeout')));
    outgoing.on('error', (error) => reject({ errMsg: `request:fail ${error.message}` }));
    outgoing.end(body);
  });
  return Object.assign(answer, { abort, progress: () => undefined });
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { uuidv7 } from 'uuidv7';

const RETRY_AFTER_SECONDS = 2;

const WAITING_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="${RETRY_AFTER_SECONDS}">
<meta name="viewport" content="width=device-width"><title>正在启动</title>
<body style="font:18px/1.6 system-ui;margin:20vh auto;max-width:20em;padding:0 1em"><p>正在启动，请稍候。页面会自动打开。</p></body></html>`;

interface Page {
  status: number;
  mediaType: string;
  body: string;
}

function send(response: ServerResponse, requestId: string, { status, mediaType, body }: Page): void {
  response.writeHead(status, {
    'Content-Type': mediaType,
    'Content-Length': Buffer.byteLength(body),
    'Retry-After': String(RETRY_AFTER_SECONDS),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    Connection: 'close',
  });
  response.end(body);
}

const notReady = (requestId: string) =>
  JSON.stringify({
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    detail: '服务正在启动，请稍后再试。',
    code: 'STARTING',
    requestId,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });

function pageFor(request: IncomingMessage, requestId: string): Page {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/health/live')
    return { status: 200, mediaType: 'application/json', body: '{"status":"live"}' };
  if ((request.headers.accept ?? '').includes('text/html')) {
    return { status: 503, mediaType: 'text/html; charset=utf-8', body: WAITING_PAGE };
  }
  return { status: 503, mediaType: 'application/problem+json; charset=utf-8', body: notReady(requestId) };
}

const answerWhileStarting: RequestListener = (request, response) => {
  const requestId = uuidv7();
  send(response, requestId, pageFor(request, requestId));
};

export interface FrontDoor {
  handler: RequestListener;
  /** From now on requests go to the application. */
  open(application: RequestListener): void;
}

/** The port is taken first, before anything slow, and answers honestly until there is something behind it. */
export function createFrontDoor(): FrontDoor {
  let current = answerWhileStarting;
  return {
    handler: (request, response) => current(request, response),
    open: (application) => (current = application),
  };
}

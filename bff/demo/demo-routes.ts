import type { Express, Request, Response } from 'express';
import type * as z from 'zod/mini';
import { invalidInput } from '../http/problem';
import { isMobile, normaliseMobile } from '../identifiers';
import type { Sms } from '../upstream/sms/client';
import type { inboxMessage } from '../upstream/sms/contract';
import type { Wechat } from '../upstream/wechat/client';
import { copyScript } from './copy-script';
import { demoPage, type DemoWords } from './demo-page';
import { inboxChooser, inboxPage } from './inbox-page';
import { inboxScript } from './inbox-script';
import { styleSheet } from './style-sheet';
import { surveyorPage, surveyorScript } from './surveyor-page';

type InboxMessage = z.infer<typeof inboxMessage>;

export interface DemoDeps {
  sms: Pick<Sms, 'inbox'>;
  wechat: Pick<Wechat, 'arrived'>;
  brand: DemoWords['brand'];
  /** Seconds a claim stays in each step. */
  paceSeconds: number;
}

function send(response: Response, route: string, content: { mediaType: string; text: string }): void {
  response.locals.route = route;
  response.setHeader('Content-Type', `${content.mediaType}; charset=utf-8`);
  response.end(content.text);
}

const html = (text: string) => ({ mediaType: 'text/html', text });
const phoneOf = (request: Request) => (typeof request.query.phone === 'string' ? request.query.phone : '');
const wantsHtml = (request: Request) => request.accepts(['json', 'html']) === 'html';

/** Both channels in one list, newest first. A real WeChat knows no inbox: then there are the text messages alone. */
async function inboxOf({ sms, wechat }: DemoDeps, phone: string): Promise<InboxMessage[]> {
  const [texts, arrived] = await Promise.all([
    sms.inbox(phone),
    wechat.arrived(phone).catch((): { items: InboxMessage[] } => ({ items: [] })),
  ]);
  return [...texts.items, ...arrived.items].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function mountInbox(app: Express, deps: DemoDeps): void {
  app.get('/demo/inbox', async (request, response) => {
    const route = '/demo/inbox';
    response.locals.route = route;
    const phone = phoneOf(request);
    if (!isMobile(phone)) {
      if (wantsHtml(request)) return send(response, route, html(inboxChooser(phone)));
      throw invalidInput([{ path: 'phone', code: 'PHONE', message: '请填写 11 位手机号' }]);
    }
    const items = await inboxOf(deps, normaliseMobile(phone));
    if (wantsHtml(request)) return send(response, route, html(inboxPage(normaliseMobile(phone), items)));
    send(response, route, { mediaType: 'application/json', text: JSON.stringify({ items }) });
  });
}

/** Demo mode only: who can log in and what to try, and what "arrived" on each phone. */
export function mountDemo(app: Express, deps: DemoDeps): void {
  const page = demoPage(deps);
  app.get('/demo', (_request, response) => send(response, '/demo', html(page)));
  app.get('/demo/style.css', (_request, response) =>
    send(response, '/demo/style.css', { mediaType: 'text/css', text: styleSheet }),
  );
  app.get('/demo/copy.js', (_request, response) =>
    send(response, '/demo/copy.js', { mediaType: 'text/javascript', text: copyScript }),
  );
  app.get('/demo/inbox.js', (_request, response) =>
    send(response, '/demo/inbox.js', { mediaType: 'text/javascript', text: inboxScript }),
  );
  app.get('/demo/surveyor', (_request, response) => send(response, '/demo/surveyor', html(surveyorPage())));
  app.get('/demo/surveyor.js', (_request, response) =>
    send(response, '/demo/surveyor.js', { mediaType: 'text/javascript', text: surveyorScript }),
  );
  mountInbox(app, deps);
}

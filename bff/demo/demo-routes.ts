import type { Express, Request, Response } from 'express';
import { invalidInput } from '../http/problem';
import { isMobile, normaliseMobile } from '../identifiers';
import type { Sms } from '../upstream/sms/client';
import { demoPage, type DemoWords } from './demo-page';
import { inboxChooser, inboxPage } from './inbox-page';
import { inboxScript } from './inbox-script';
import { styleSheet } from './style-sheet';
import { surveyorPage, surveyorScript } from './surveyor-page';

export interface DemoDeps {
  sms: Pick<Sms, 'inbox'>;
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

function mountInbox(app: Express, { sms }: DemoDeps): void {
  app.get('/demo/inbox', async (request, response) => {
    const route = '/demo/inbox';
    response.locals.route = route;
    const phone = phoneOf(request);
    if (!isMobile(phone)) {
      if (wantsHtml(request)) return send(response, route, html(inboxChooser(phone)));
      throw invalidInput([{ path: 'phone', code: 'PHONE', message: '请填写 11 位手机号' }]);
    }
    const { items } = await sms.inbox(normaliseMobile(phone));
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
  app.get('/demo/inbox.js', (_request, response) =>
    send(response, '/demo/inbox.js', { mediaType: 'text/javascript', text: inboxScript }),
  );
  app.get('/demo/surveyor', (_request, response) => send(response, '/demo/surveyor', html(surveyorPage())));
  app.get('/demo/surveyor.js', (_request, response) =>
    send(response, '/demo/surveyor.js', { mediaType: 'text/javascript', text: surveyorScript }),
  );
  mountInbox(app, deps);
}

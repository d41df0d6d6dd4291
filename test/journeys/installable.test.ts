import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type Express } from 'express';
import type { Route } from 'playwright-core';
import { mountWebFiles } from '../../bff/http/web-files';
import { securityHeaders } from '../../bff/http/security-headers';
import { scriptOf } from '../../config/web/worker-script';
import { temporaryFolder } from '../support/run-folder';
import { stopBrowser } from './support/browser';
import { newPhone, type Phone } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld, webRoot } from './support/world';

const MEMBER = '13800000001';
/** The only addresses that may ever be written down: the start page, and files that are named by their content. */
const OF_THE_BUILD = /^\/(index\.html|(js|css|chunk)\/[\w.-]+\.[0-9a-f]{8}\.(js|css))$/;

/** Scripts and styles that pages have beside the app's own. */
const A_PAGE_OF_ITS_OWN = /\/(chunk|css)\/(?!app\.)[\w.-]+\.(js|css)$/;

/** Waits until the worker has taken its files and answers for the page. */
async function untilKept(phone: Phone): Promise<void> {
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

const keptAddresses = (phone: Phone): Promise<string[]> =>
  phone.page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
    }
    return addresses;
  });

describe('the app on a phone', () => {
  const world = useWorld();

  it('keeps its own files and no answer of anybody through a whole signed-in visit', async () => {
    const phone = await world().person(MEMBER, { serviceWorkers: 'allow' });
    await untilKept(phone);
    for (const [feature, page] of [
      ['home', 'home'],
      ['policies', 'list'],
      ['account', 'me'],
      ['vouchers', 'list'],
      ['claims', 'list'],
      ['gifts', 'list'],
      ['points', 'points'],
    ] as const) {
      const answered = phone.page.waitForResponse((response) => response.url().includes('/api/v1/'));
      await phone.open(pagePath(feature, page));
      await answered;
    }
    const kept = await keptAddresses(phone);
    expect(kept).toContain('/index.html');
    expect(kept.filter((address) => !OF_THE_BUILD.test(address))).toEqual([]);
  });

  it('opens without a network', async () => {
    const phone = await world().visitor({ serviceWorkers: 'allow' });
    await phone.open('/');
    await phone.see('出险报案');
    await untilKept(phone);
    await phone.context.setOffline(true);
    await phone.reload();
    await phone.see('出险报案');
    await phone.see('没有网络');
    await phone.tap('车生活');
    await phone.see('车生活');
  });

  it('keeps every page once nothing else is to be done, so that one never opened opens without a network', async () => {
    const phone = await world().visitor({ serviceWorkers: 'allow' });
    await phone.open('/');
    await untilKept(phone);
    const pages = JSON.parse(readFileSync(path.join(webRoot, 'pages.json'), 'utf8')) as Record<
      string,
      string[]
    >;
    const files = [...new Set(Object.values(pages).flat())];
    await phone.page.evaluate(async (wanted) => {
      const isMissing = async () =>
        (await Promise.all(wanted.map((file) => caches.match(file)))).includes(undefined);
      while (await isMissing()) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, files);
    await phone.context.setOffline(true);
    await phone.open(pagePath('stores', 'stores'));
    await phone.see('没有网络');
  });

  it('says so when the files of a page do not come, and has a way back and a way on', async () => {
    const phone = await world().visitor();
    await phone.open('/');
    await phone.see('出险报案');
    await phone.page.route(A_PAGE_OF_ITS_OWN, (route) => route.abort());
    await phone.tap('附近门店');
    await phone.see('这个页面没能打开');
    await phone.tap('返回上一页');
    await phone.see('出险报案');
    await phone.seeNoMore('这个页面没能打开');
    await phone.tap('附近门店');
    await phone.see('这个页面没能打开');
    await phone.page.unroute(A_PAGE_OF_ITS_OWN);
    await phone.tap('再试一次');
    await phone.seeNoMore('这个页面没能打开');
    expect(new URL(phone.page.url()).pathname).toBe(pagePath('stores', 'stores'));
  });

  it('leaves what is not its own to the network: the API, the demonstration, parts of a file', async () => {
    const phone = await world().visitor({ serviceWorkers: 'allow' });
    await phone.open('/');
    await untilKept(phone);
    const answers = await phone.page.evaluate(async () => {
      const script = document.querySelector<HTMLScriptElement>('script[src^="/js/"]')?.src ?? '';
      const part = await fetch(script, { headers: { Range: 'bytes=0-9' } });
      const health = await fetch('/health/live');
      return { part: part.ok, health: health.ok };
    });
    expect(answers).toEqual({ part: true, health: true });
    await phone.open('/demo');
    expect(await phone.page.title()).not.toBe('');
    expect((await keptAddresses(phone)).filter((address) => !OF_THE_BUILD.test(address))).toEqual([]);
  });

  it('has a manifest whose icons and shortcuts exist, and a worker that is always asked for anew', async () => {
    const { baseUrl } = world().stack;
    const answer = await fetch(`${baseUrl}/manifest.webmanifest`);
    expect(answer.headers.get('content-type')).toContain('application/manifest+json');
    const manifest = (await answer.json()) as {
      name: string;
      display: string;
      icons: { src: string; purpose: string; sizes: string }[];
      shortcuts: { url: string }[];
    };
    expect(manifest).toMatchObject({ name: '示例财险 车主俱乐部', display: 'standalone' });
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '192x192 maskable',
      '512x512 maskable',
    ]);
    for (const { src } of manifest.icons) {
      expect((await fetch(baseUrl + src)).headers.get('content-type')).toBe('image/png');
    }
    const pages = JSON.parse(readFileSync(path.join(webRoot, 'pages.json'), 'utf8')) as object;
    expect(manifest.shortcuts.filter(({ url }) => !(url in pages))).toEqual([]);
    const worker = await fetch(`${baseUrl}/service-worker.js`);
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('service-worker-allowed')).toBe('/');
  });
});

/** One address whose files are exchanged while phones have it open, as a release does. */
class Release {
  private app: Express = express();
  private readonly server = http.createServer((request, response) => void this.app(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** The build with its start page saying which one it is, and a worker that differs accordingly. */
  serve(name: string, change: (worker: string) => string = (worker) => worker): void {
    const folder = path.join(temporaryFolder('release'), name);
    cpSync(webRoot, folder, { recursive: true });
    const edit = (file: string, how: (text: string) => string) =>
      writeFileSync(path.join(folder, file), how(readFileSync(path.join(folder, file), 'utf8')));
    const script = `js/app.${name}.js`;
    const first = readdirSync(path.join(folder, 'js')).find((file) => /^app\..+\.js$/.test(file)) ?? '';
    renameSync(path.join(folder, 'js', first), path.join(folder, script));
    edit('index.html', (page) =>
      page.replace('<html lang', `<html data-release="${name}" lang`).replace(`js/${first}`, script),
    );
    edit('service-worker.js', (worker) => worker.replace(`js/${first}`, script));
    edit('service-worker.js', (worker) =>
      change(worker.replace(/version"?:"[0-9a-f]+"/, (found) => found.replace(/[0-9a-f]{12}/, name))),
    );
    this.app = express();
    this.app.use(securityHeaders());
    mountWebFiles(this.app, folder);
    rmSync(folder, { recursive: true });
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

describe('a newer version', () => {
  let release: Release;
  let phone: Phone;
  const running = () => phone.page.evaluate(() => document.documentElement.dataset.release);

  beforeEach(async () => {
    release = new Release();
    const baseUrl = await release.start();
    release.serve('one');
    phone = await newPhone(baseUrl, { serviceWorkers: 'allow' });
    await phone.open('/');
    await untilKept(phone);
  });
  afterEach(async () => {
    await phone.context.close();
    await release.stop();
  });
  afterAll(stopBrowser);

  const lookForNew = () =>
    phone.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });

  it('is offered on a tab and runs as soon as the person accepts', async () => {
    release.serve('two');
    await lookForNew();
    await phone.see('有新版本');
    expect(await running()).toBe('one');
    await phone.tap('点这里更新');
    await phone.page.waitForFunction(() => document.documentElement.dataset.release === 'two');
    expect(await phone.page.evaluate(() => caches.keys())).toEqual(['shell-two']);
  });

  it('says nothing while somebody fills in a form', async () => {
    await phone.open(pagePath('account', 'login'));
    await phone.type('手机号', '13800000001');
    await untilKept(phone);
    // Registered a few seconds after the start; only then does it look.
    await phone.page.waitForFunction(
      async () => (await navigator.serviceWorker.getRegistration()) !== undefined,
    );
    release.serve('two');
    await lookForNew();
    await phone.page.waitForFunction(
      async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null,
    );
    expect(await phone.text()).not.toContain('有新版本');
    expect(await running()).toBe('one');
  });

  it('is taken at the next start without asking', async () => {
    release.serve('two');
    await lookForNew();
    await phone.see('有新版本');
    await phone.reload();
    await phone.page.waitForFunction(() => document.documentElement.dataset.release === 'two');
  });

  it('is loaded once when it has taken away the files of a page, and not again and again', async () => {
    await phone.page.evaluate(() => localStorage.setItem('written-down', 'yes'));
    release.serve('two');
    const missing = (route: Route) => route.abort();
    await phone.context.route(A_PAGE_OF_ITS_OWN, missing);
    await phone.page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await phone.tap('附近门店');
    await phone.page.waitForFunction(() => document.documentElement.dataset.release === 'two');
    await phone.see('这个页面没能打开');
    expect(await running()).toBe('two');
    expect(await phone.page.evaluate(() => localStorage.getItem('written-down'))).toBe('yes');
    await phone.context.unroute(A_PAGE_OF_ITS_OWN, missing);
    await phone.tap('再试一次');
    await phone.seeNoMore('这个页面没能打开');
  });

  it('can take the worker away again, with everything it kept', async () => {
    release.serve('none', () => scriptOf('retired-service-worker'));
    await lookForNew();
    await phone.page.waitForFunction(async () => (await caches.keys()).length === 0);
    await phone.page.waitForFunction(
      async () => (await navigator.serviceWorker.getRegistrations()).length === 0,
    );
  });
});

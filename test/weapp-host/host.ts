import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as glassEasel from 'glass-easel';
import { Templates } from './compile-templates';
import { findElement, readableText } from './find-element';
import { type GivenGlobals, ModuleLoader } from './module-loader';
import { PageStack, type SetDataRecord, type SharedCard } from './page-stack';
import { type Device, deviceCalls, type Listener, newDevice } from './wx/device';
import { type Chrome, interfaceCalls } from './wx/interface';
import { makeWx } from './wx/make-wx';
import { navigationCalls } from './wx/navigation';
import { networkCalls } from './wx/network';
import { storageCalls } from './wx/storage';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string }[] };
}

interface AppDefinition {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
  onError?(message: string): void;
}

export interface HostOptions {
  /** The folder of the WeChat build. */
  dist: string;
  /** Where the server under test answers, as `http://127.0.0.1:4000/api/v1`. */
  apiBase: string;
  /** The address the bundle was built with. */
  builtApiBase?: string;
  /** What an earlier launch left on this phone; hand `host.storage` on to restart the app. */
  storage?: Map<string, unknown>;
  device?: Partial<Device>;
  /** Open this page first, as from a shared card; else the first tab. */
  entry?: string;
}

/** For a machine that is busy with other things; nothing waits longer than it has to. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 10;
const FROM_HERE = { bubbles: true, composed: true, capturePhase: true };

/** The mini-program as built, running in WeChat's component framework without WeChat. */
export class Host {
  readonly errors: string[] = [];
  readonly device: Device;
  readonly storage: Map<string, unknown>;
  readonly chrome: Chrome = { title: '', navigationBarColor: '', groundColor: '', canvases: [] };
  private readonly listeners = new Map<string, Listener[]>();
  private readonly stack: PageStack;
  private readonly loader: ModuleLoader;
  private app: AppDefinition = {};

  constructor(private readonly options: HostOptions) {
    const appJson = JSON.parse(readFileSync(path.join(options.dist, 'app.json'), 'utf8')) as AppJson;
    const routes = routesOf(appJson);
    const tabs = new Set((appJson.tabBar?.list ?? []).map(({ pagePath }) => pagePath));
    this.device = { ...newDevice(), ...options.device };
    this.storage = options.storage ?? new Map<string, unknown>();
    this.stack = new PageStack(tabs, (route) => void this.loader.run(route));
    this.prepareComponents([...routes, 'comp']);
    const wx = this.makeWx(new Set(routes), tabs);
    this.loader = new ModuleLoader(options.dist, (file) => this.givenTo(file, wx));
  }

  start(): void {
    this.loader.run('app');
    this.loader.run('comp');
    const entry = this.options.entry ?? this.firstRoute();
    const launch = { path: entry.split('?')[0], query: {}, scene: 1001 };
    this.guarded('onLaunch', () => this.app.onLaunch?.(launch));
    this.guarded('onShow', () => this.app.onShow?.(launch));
    this.guarded('open', () => this.stack.restart(entry));
  }

  /** Opens a page above the present one (a tab takes its place), as a tap on a link would. */
  async open(url: string): Promise<void> {
    const route = url.replace(/^\//, '').split('?')[0] ?? '';
    this.guarded('open', () => (this.stack.isTab(route) ? this.stack.switchTab(url) : this.stack.push(url)));
    await this.settled();
  }

  async back(): Promise<void> {
    this.guarded('back', () => this.stack.back(1));
    await this.settled();
  }

  get route(): string {
    return this.stack.top?.route ?? '';
  }

  get page(): HTMLElement {
    const top = this.stack.top;
    if (!top) throw new Error('No page is open.');
    return top.element;
  }

  /** Every word on the page that is on top. */
  text(): string {
    return readableText(this.stack.top?.element);
  }

  /** Each setData that crossed to the view, with its size: WeChat's own budget. */
  get setData(): readonly SetDataRecord[] {
    return this.stack.setDataLog;
  }

  /** A finger waits for the button to be ready: what is dim at this moment is a frame away from being drawn anew. */
  async tap(target: string): Promise<void> {
    const isReady = (element: Element) => element.closest('[aria-disabled="true"]') === null;
    this.trigger(await this.find(target, isReady), 'tap', {}, FROM_HERE);
    await this.settled();
  }

  async input(target: string, value: string): Promise<void> {
    const fieldOf = (holder: Element) =>
      holder.matches('wx-input, wx-textarea') ? holder : holder.querySelector('wx-input, wx-textarea');
    const field = fieldOf(await this.find(target, (holder) => fieldOf(holder) !== null));
    if (!field) throw new Error(`"${target}" holds no input.`);
    this.trigger(field, 'input', { value });
    this.trigger(field, 'blur', { value });
    await this.settled();
  }

  /** An event only a platform component gives, as getphonenumber. */
  async fire(target: string, event: string, detail: object): Promise<void> {
    this.trigger(await this.find(target), event, detail);
    await this.settled();
  }

  async pullDown(): Promise<void> {
    this.guarded('pull down', () => this.stack.top?.instance.onPullDownRefresh?.());
    await this.settled();
  }

  /** What the page would hand to a chat; undefined where its menu offers no sharing. */
  sharedCard(): SharedCard | undefined {
    return this.stack.top?.instance.onShareAppMessage?.({ from: 'button' });
  }

  /** Cuts or restores the network and tells the app, as the phone does. */
  setOnline(online: boolean): void {
    this.device.offline = !online;
    this.tell('networkStatusChange', { isConnected: online, networkType: online ? 'wifi' : 'none' });
  }

  tell(event: string, value: object): void {
    for (const listener of this.listeners.get(event) ?? [])
      this.guarded(event, () => listener(value as never));
  }

  waitForText(words: string): Promise<void> {
    return this.waitFor(() => this.text().includes(words), `the words "${words}"`);
  }

  async waitFor(check: () => boolean, what: string): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!check()) {
      if (Date.now() > until)
        throw new Error(
          `Waited in vain for ${what}. On ${this.route}: ${this.text() || '(nothing)'}\n${this.errors.join('\n')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  close(): void {
    for (const page of this.stack.pages) page.element.remove();
  }

  private async find(target: string, isFit: (element: Element) => boolean = () => true): Promise<Element> {
    let found: Element | undefined;
    await this.waitFor(() => {
      found = findElement(this.page, target);
      return found !== undefined && isFit(found);
    }, `something to tap called "${target}"`);
    if (!found) throw new Error(`"${target}" vanished.`);
    return found;
  }

  private trigger(element: Element, event: string, detail: object, options?: object): void {
    const { __wxElement: node } = element as { __wxElement?: glassEasel.Element };
    if (!node) throw new Error(`<${element.tagName.toLowerCase()}> is not a node of the mini-program.`);
    this.guarded(event, () => node.triggerEvent(event, detail, options));
  }

  private settled(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }

  private prepareComponents(names: string[]): void {
    const templates = new Templates(this.options.dist);
    for (const name of names) templates.add(`${name}.wxml`);
    const compiled = templates.compiled();
    for (const name of names) {
      const config = JSON.parse(readFileSync(path.join(this.options.dist, `${name}.json`), 'utf8')) as object;
      this.stack.codeSpace.addComponentStaticConfig(name, absoluteComponents(name, config));
      this.stack.codeSpace.addCompiledTemplate(name, compiled(name));
    }
  }

  private makeWx(routes: ReadonlySet<string>, tabs: ReadonlySet<string>): object {
    const { apiBase, builtApiBase = 'http://127.0.0.1:3000/api/v1' } = this.options;
    const addressOf = (url: string) =>
      url.startsWith(builtApiBase) ? apiBase + url.slice(builtApiBase.length) : url;
    const calls = {
      ...storageCalls(this.storage),
      ...deviceCalls(this.device, this.listeners),
      ...networkCalls(this.device, addressOf),
      ...interfaceCalls(this.chrome, () => this.stack.top?.element),
      ...navigationCalls(() => this.stack, routes, tabs),
    };
    return makeWx(calls, (name) => this.errors.push(`unknown call: wx.${name}`));
  }

  private givenTo(file: string, wx: object): GivenGlobals {
    const component = file.replace(/\.js$/, '');
    return this.stack.codeSpace.componentEnv(component, ({ Page, Component, Behavior }) => ({
      wx,
      console: { ...console, error: (...words: unknown[]) => this.record(words) },
      App: (definition: AppDefinition) => {
        this.app = definition;
      },
      Page,
      Component,
      Behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.stack.pages.map(({ instance }) => instance),
    }));
  }

  private firstRoute(): string {
    const { pages } = JSON.parse(readFileSync(path.join(this.options.dist, 'app.json'), 'utf8')) as AppJson;
    return pages[0] ?? '';
  }

  /** The bundle's own complaints count: React and Taro write theirs to the console. */
  private record(words: unknown[]): void {
    this.errors.push(words.map(String).join(' '));
  }

  private guarded(what: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.errors.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
}

function routesOf({ pages, subPackages = [] }: AppJson): string[] {
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
}

/** Component paths in a page's JSON are relative to it. */
function absoluteComponents(name: string, config: { usingComponents?: Record<string, string> }): object {
  const entries = Object.entries(config.usingComponents ?? {}).map(([tag, reference]) => [
    tag,
    `/${path.posix.join(path.posix.dirname(name), reference)}`,
  ]);
  return { ...config, usingComponents: Object.fromEntries(entries) as Record<string, string> };
}

/** Starts the built mini-program against a server; throws what the bundle could not survive at load. */
export async function startHost(options: HostOptions): Promise<Host> {
  const host = new Host(options);
  host.start();
  await host.waitFor(() => host.errors.length > 0 || host.text() !== '', 'the first page');
  return host;
}

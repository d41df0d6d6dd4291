import * as glassEasel from 'glass-easel';
import { type AssociatedBackend, type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';

/** What WeChat puts into a chat. */
export interface SharedCard {
  title?: string;
  path?: string;
}

/** What the host needs of a page instance; the rest is the bundle's business. */
interface PageInstance {
  route: string;
  options: Record<string, string>;
  setData(data: Record<string, unknown>, then?: () => void): void;
  onLoad?(query: Record<string, string>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
  onPullDownRefresh?(): void;
  onShareAppMessage?(from: { from: 'button' | 'menu' }): SharedCard;
}

export interface OpenPage {
  route: string;
  instance: PageInstance;
  element: HTMLElement;
}

export interface SetDataRecord {
  route: string;
  bytes: number;
}

/** Taro writes `root.cn.[0].cl`; WeChat takes both forms, glass-easel only `root.cn[0].cl`. */
const withoutDots = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([path, value]) => [path.replace(/\.\[/g, '['), value]));

/** Pages as WeChat stacks them, rendered by WeChat's own component framework into the test's DOM. */
export class PageStack {
  readonly pages: OpenPage[] = [];
  readonly setDataLog: SetDataRecord[] = [];
  readonly codeSpace: CodeSpace;
  private readonly hiddenTabs = new Map<string, OpenPage>();
  private readonly backend: AssociatedBackend;

  constructor(
    private readonly tabRoutes: ReadonlySet<string>,
    private readonly load: (route: string) => void,
  ) {
    const env = new MiniProgramEnv();
    this.codeSpace = env.createCodeSpace('main', true);
    this.backend = env.associateBackend(new glassEasel.CurrentWindowBackendContext());
  }

  get top(): OpenPage | undefined {
    return this.pages.at(-1);
  }

  isTab(route: string): boolean {
    return this.tabRoutes.has(route);
  }

  push(url: string): void {
    this.hideTop();
    this.show(this.create(url));
  }

  replace(url: string): void {
    const top = this.pages.pop();
    if (top) this.destroy(top);
    this.show(this.create(url));
  }

  /** Tab pages live on behind each other; everything above them goes. */
  switchTab(url: string): void {
    const [route = ''] = url.replace(/^\//, '').split('?');
    if (this.top?.route === route) return;
    this.hideTop();
    for (const page of this.pages.splice(0)) {
      if (this.tabRoutes.has(page.route)) this.hiddenTabs.set(page.route, page);
      else this.destroy(page);
    }
    const kept = this.hiddenTabs.get(route);
    this.hiddenTabs.delete(route);
    this.show(kept ?? this.create(url));
  }

  restart(url: string): void {
    for (const page of [...this.pages.splice(0), ...this.hiddenTabs.values()]) this.destroy(page);
    this.hiddenTabs.clear();
    this.show(this.create(url));
  }

  back(delta: number): void {
    for (let left = Math.min(delta, this.pages.length - 1); left > 0; left -= 1) {
      const page = this.pages.pop();
      if (page) this.destroy(page);
    }
    const top = this.top;
    if (!top) return;
    top.element.style.display = '';
    top.instance.onShow?.();
  }

  private create(url: string): OpenPage {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?');
    this.load(route);
    const root = this.backend.createRoot('wx-page', this.codeSpace, route);
    const instance = root.get() as unknown as PageInstance;
    instance.route = route;
    instance.options = Object.fromEntries(new URLSearchParams(query));
    this.watchSetData(instance, route);
    const placeholder = document.createElement('div');
    document.body.append(placeholder);
    const parent = document.body as unknown as glassEasel.GeneralBackendElement;
    root.attach(parent, placeholder as unknown as glassEasel.GeneralBackendElement);
    const element = root.getComponent().getBackendElement() as unknown as HTMLElement;
    instance.onLoad?.(instance.options);
    return { route, instance, element };
  }

  private watchSetData(instance: PageInstance, route: string): void {
    const original = instance.setData.bind(instance);
    Object.defineProperty(instance, 'setData', {
      value: (data: Record<string, unknown>, then?: () => void) => {
        this.setDataLog.push({ route, bytes: Buffer.byteLength(JSON.stringify(data)) });
        original(withoutDots(data), then);
      },
    });
  }

  private show(page: OpenPage): void {
    const isNew = page.element.dataset.shown === undefined;
    page.element.dataset.shown = 'yes';
    page.element.style.display = '';
    this.pages.push(page);
    page.instance.onShow?.();
    if (isNew) page.instance.onReady?.();
  }

  private hideTop(): void {
    if (!this.top) return;
    this.top.instance.onHide?.();
    this.top.element.style.display = 'none';
  }

  private destroy(page: OpenPage): void {
    page.instance.onUnload?.();
    page.element.remove();
  }
}

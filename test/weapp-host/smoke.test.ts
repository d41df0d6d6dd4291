import path from 'node:path';
import { type Host, startHost } from './host';

const dist = path.resolve(__dirname, '../..', process.env.WEAPP_ROOT ?? 'dist/weapp');
/** A port where nothing listens: the first screen must stand up without a server. */
const NOWHERE = 'http://127.0.0.1:9/api/v1';
const MAX_FIRST_SET_DATA_BYTES = 32 * 1024;

describe('the WeChat bundle', () => {
  let host: Host;

  beforeEach(async () => {
    host = await startHost({ dist, apiBase: NOWHERE });
  });

  afterEach(() => host.close());

  it('opens on the home tab without an error and within the first screen budget', () => {
    expect(host.errors).toEqual([]);
    expect(host.text()).toContain('车生活');
    expect(host.chrome.title).toContain('车主俱乐部');
    expect(Math.max(...host.setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(MAX_FIRST_SET_DATA_BYTES);
  });

  it('moves between the tabs by tapping their words', async () => {
    await host.tap('我的');
    await host.waitFor(() => host.route.includes('account/pages/me'), 'the tab 我的');
    await host.tap('首页');
    await host.waitFor(() => host.route.includes('home/pages/home'), 'the tab 首页');
    expect(host.errors).toEqual([]);
  });

  it('tells a screen reader what can be tapped', () => {
    const tabs = [...host.page.querySelectorAll('[aria-role="tab"]')];
    expect(tabs.map((tab) => tab.textContent)).toEqual(['首页', '保单', '车生活', '我的']);
    expect(host.page.querySelectorAll('[aria-hidden="true"]').length).toBeGreaterThan(0);
  });

  it('starts in elder mode, with the call button, when the text of WeChat is set very large', async () => {
    const large = await startHost({ dist, apiBase: NOWHERE, device: { fontSizeSetting: 24 } });
    expect(large.page.innerHTML).toContain('theme-elder');
    expect(large.text()).toContain('打客服');
    large.close();
  });

  it('records a platform call that the host does not know', () => {
    expect(host.errors.filter((error) => error.startsWith('unknown call'))).toEqual([]);
  });
});

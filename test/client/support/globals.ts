import { TextDecoder, TextEncoder } from 'node:util';

/** What the build fixes; `API_BASE` moves to the scripted server of a test. */
Object.assign(globalThis, {
  API_BASE: 'http://127.0.0.1:9/api/v1',
  BRAND_INSURER: '示例财险',
  BRAND_PRODUCT: '车主俱乐部',
  BRAND_HOTLINE: '400-000-0000',
  PROVIDER_SMS: '演示短信平台',
  PROVIDER_IDENTITY: '演示实名核验服务',
  PROVIDER_VIOLATIONS: '演示违章查询服务',
  SUBSCRIBE_TEMPLATES: {},
  APP_VERSION: '0.0.0',
  CONTRACTS_ID: 'contracts-of-the-test',
  TextDecoder,
  TextEncoder,
});

/** jsdom has no media queries; a test that needs dark asks for it through the preferences. */
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;

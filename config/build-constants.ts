import { contractsId } from './contracts-id';

/**
 * What the build fixes for good: where the API is and whose club this is. An insurer sets these variables and rebuilds;
 * nothing else in the client is edited for a white label.
 */
const LOCAL_API_BASE = 'http://127.0.0.1:3000/api/v1';

type Target = 'h5' | 'weapp';

/** The web build speaks to its own origin; a mini-program has none, so its address is part of the build. */
function apiBaseOf(target: Target, environment: NodeJS.ProcessEnv): string {
  if (target === 'h5') return '/api/v1';
  const base = environment.TARO_APP_API_BASE ?? LOCAL_API_BASE;
  if (environment.TARO_APP_RELEASE === '1' && !base.startsWith('https://')) {
    throw new Error(`A release build needs an https TARO_APP_API_BASE; got "${base}".`);
  }
  return base.replace(/\/$/, '');
}

/** `TARO_APP_SUBSCRIBE_TEMPLATES`: `{"claimProgress":"…"}`, the ids WeChat gave. */
function subscribeTemplatesOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  const text = environment.TARO_APP_SUBSCRIBE_TEMPLATES;
  if (!text) return {};
  const value: unknown = JSON.parse(text);
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap || Object.values(value).some((id) => typeof id !== 'string' || id === '')) {
    throw new Error('TARO_APP_SUBSCRIBE_TEMPLATES is a JSON object of template ids by name.');
  }
  return value as Record<string, string>;
}

export function buildConstants(target: Target, environment: NodeJS.ProcessEnv): Record<string, string> {
  const constants = {
    API_BASE: apiBaseOf(target, environment),
    BRAND_INSURER: environment.TARO_APP_INSURER ?? '示例财险',
    BRAND_PRODUCT: environment.TARO_APP_PRODUCT ?? '车主俱乐部',
    BRAND_HOTLINE: environment.TARO_APP_HOTLINE ?? '400-000-0000',
    // The lists in the privacy centre name who receives data; a release build refuses the demonstration's names.
    PROVIDER_SMS: environment.TARO_APP_SMS_PROVIDER ?? '演示短信平台',
    PROVIDER_IDENTITY: environment.TARO_APP_IDENTITY_PROVIDER ?? '演示实名核验服务',
    PROVIDER_VIOLATIONS: environment.TARO_APP_VIOLATIONS_PROVIDER ?? '演示违章查询服务',
    /** Template ids at WeChat by what they tell; without one nothing is asked. */
    SUBSCRIBE_TEMPLATES: subscribeTemplatesOf(environment),
    CONTRACTS_ID: contractsId(),
    APP_VERSION: environment.npm_package_version ?? '0.0.0',
  };
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
}

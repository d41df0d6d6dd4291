/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}

/* Build constants, see config/build-constants.ts. */
declare const API_BASE: string;
declare const BRAND_INSURER: string;
declare const BRAND_PRODUCT: string;
declare const BRAND_HOTLINE: string;
declare const PROVIDER_SMS: string;
declare const PROVIDER_IDENTITY: string;
declare const PROVIDER_VIOLATIONS: string;
declare const SUBSCRIBE_TEMPLATES: Readonly<Record<string, string>>;
declare const APP_VERSION: string;
/** Changes with every change of the contracts the build was made from. */
declare const CONTRACTS_ID: string;
declare module '*.wav' {
  const url: string;
  export default url;
}

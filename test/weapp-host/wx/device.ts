import { existsSync, readFileSync, statSync } from 'node:fs';
import { answer, type Callbacks, refuse } from './callbacks';

/** What a test decides about the phone. */
export interface Device {
  offline: boolean;
  theme: 'light' | 'dark';
  /** WeChat's own text size setting in px; 17 is its standard. */
  fontSizeSetting: number;
  /** What the next scan reads; undefined when the person closes the scanner. */
  scan: string | undefined;
  location: { latitude: number; longitude: number } | 'denied';
  /** A picture on disk that the camera "takes". */
  photo: string | undefined;
  loginCode: string;
  /** Whether WeChat's privacy guide was agreed to; `absent` on a phone whose WeChat does not know the question. */
  privacy: 'agreed' | 'ask' | 'absent';
  /** How our sheet answered, call by call. */
  privacyAnswers: string[];
  /** Paths of the mini-program to real ones. */
  files: Map<string, string>;
  /** Numbers dialled, in order. */
  calls: string[];
  vibrations: string[];
  /** Pictures that WeChat showed large: which ones, and which first. */
  previews: { urls: string[]; current: string }[];
}

export const newDevice = (): Device => ({
  offline: false,
  theme: 'light',
  fontSizeSetting: 17,
  scan: undefined,
  location: { latitude: 36.65, longitude: 117.12 },
  photo: undefined,
  loginCode: 'wx-login-code',
  privacy: 'agreed',
  privacyAnswers: [],
  files: new Map(),
  calls: [],
  vibrations: [],
  previews: [],
});

const WINDOW = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
};
const DEVICE_INFO = { brand: 'test', model: 'test', platform: 'ios', system: 'iOS 16.0' };
const BASE_INFO = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN' };

export type Listener = (value: never) => void;

interface PrivacyDecision {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}

/** WeChat holds a protected call back until our sheet has answered, and believes a yes only from a button with an id. */
function onceAgreed(
  device: Device,
  listeners: Map<string, Listener[]>,
  call: { go: () => void; stop: () => void },
): void {
  if (device.privacy !== 'ask') return call.go();
  const decide = ({ event, buttonId }: PrivacyDecision) => {
    device.privacyAnswers.push(buttonId === undefined ? event : `${event} ${buttonId}`);
    if (event === 'exposureAuthorization') return;
    const agreed = event === 'agree' && buttonId !== undefined;
    if (agreed) device.privacy = 'agreed';
    (agreed ? call.go : call.stop)();
  };
  for (const listener of listeners.get('needPrivacy') ?? [])
    (listener as (resolve: typeof decide) => void)(decide);
}

/** The phone itself. Listeners are kept by name so that a test can bring the app to the back or cut the network. */
export function deviceCalls(device: Device, listeners: Map<string, Listener[]>): Record<string, unknown> {
  const listen = (name: string) => (listener: Listener) =>
    void listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  const ok = (name: string) => (call?: Callbacks) => answer(name, call, {});
  const baseInfo = () => ({ ...BASE_INFO, theme: device.theme, fontSizeSetting: device.fontSizeSetting });
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    nextTick: (then: () => void) => void setTimeout(then, 0),
    getSystemInfoSync: () => ({ ...WINDOW, ...DEVICE_INFO, ...baseInfo() }),
    getWindowInfo: () => WINDOW,
    getDeviceInfo: () => DEVICE_INFO,
    getAppBaseInfo: baseInfo,
    getSystemSetting: () => ({
      locationEnabled: true,
      wifiEnabled: true,
      bluetoothEnabled: false,
      deviceOrientation: 'portrait',
    }),
    getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => ({
      top: 24,
      right: 365,
      bottom: 56,
      left: 278,
      width: 87,
      height: 32,
    }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    onAppShow: listen('appShow'),
    onAppHide: listen('appHide'),
    onThemeChange: listen('themeChange'),
    onNetworkStatusChange: listen('networkStatusChange'),
    onError: listen('error'),
    onUnhandledRejection: listen('unhandledRejection'),
    getNetworkType: (call: Callbacks<{ networkType: string }>) =>
      answer('getNetworkType', call, { networkType: device.offline ? 'none' : 'wifi' }),
    login: (call: Callbacks<{ code: string }>) => answer('login', call, { code: device.loginCode }),
    scanCode: (call: Callbacks<{ result: string }>) =>
      device.scan === undefined
        ? refuse('scanCode', call, 'cancel')
        : answer('scanCode', call, { result: device.scan }),
    // Present and undefined: a phone that is too old for the question, not one the host forgot.
    onNeedPrivacyAuthorization: device.privacy === 'absent' ? undefined : listen('needPrivacy'),
    getLocation: (call: Callbacks<{ latitude: number; longitude: number }>) =>
      onceAgreed(device, listeners, {
        go: () =>
          device.location === 'denied'
            ? refuse('getLocation', call, 'auth deny')
            : answer('getLocation', call, device.location),
        stop: () => refuse('getLocation', call, 'privacy permission is not authorized'),
      }),
    openLocation: ok('openLocation'),
    openSetting: ok('openSetting'),
    chooseMedia: (call: Callbacks<{ tempFiles: { tempFilePath: string; size: number }[] }>) =>
      device.photo === undefined
        ? refuse('chooseMedia', call, 'cancel')
        : answer('chooseMedia', call, {
            tempFiles: [{ tempFilePath: device.photo, size: statSync(device.photo).size }],
          }),
    getFileSystemManager: () => fileSystem(device),
    makePhoneCall: (call: Callbacks & { phoneNumber: string }) => {
      device.calls.push(call.phoneNumber);
      answer('makePhoneCall', call, {});
    },
    previewImage: (call: Callbacks & { urls: string[]; current: string }) => {
      device.previews.push({ urls: call.urls, current: call.current });
      answer('previewImage', call, {});
    },
    vibrateShort: (call: Callbacks) => {
      device.vibrations.push('short');
      answer('vibrateShort', call, {});
    },
    vibrateLong: (call: Callbacks) => {
      device.vibrations.push('long');
      answer('vibrateLong', call, {});
    },
    getScreenBrightness: (call: Callbacks<{ value: number }>) =>
      answer('getScreenBrightness', call, { value: 0.5 }),
    setScreenBrightness: ok('setScreenBrightness'),
    setKeepScreenOn: ok('setKeepScreenOn'),
    setClipboardData: ok('setClipboardData'),
    openDocument: ok('openDocument'),
    requestSubscribeMessage: ok('requestSubscribeMessage'),
    createInnerAudioContext: () => ({
      src: '',
      play: () => undefined,
      destroy: () => undefined,
      onEnded: () => undefined,
      onError: () => undefined,
    }),
  };
}

function fileSystem(device: Device): Record<string, unknown> {
  const real = (file: string) => device.files.get(file) ?? file;
  return {
    saveFile: (call: Callbacks<{ savedFilePath: string }> & { tempFilePath: string; filePath: string }) => {
      device.files.set(call.filePath, real(call.tempFilePath));
      answer('saveFile', call, { savedFilePath: call.filePath });
    },
    access: (call: Callbacks & { path: string }) =>
      existsSync(real(call.path))
        ? answer('access', call, {})
        : refuse('access', call, 'no such file or directory'),
    readdir: (call: Callbacks<{ files: string[] }> & { dirPath: string }) =>
      answer('readdir', call, {
        files: [...device.files.keys()]
          .filter((file) => file.startsWith(`${call.dirPath}/`))
          .map((file) => file.slice(call.dirPath.length + 1)),
      }),
    unlink: (call: Callbacks & { filePath: string }) => {
      device.files.delete(call.filePath);
      answer('unlink', call, {});
    },
    readFile: (
      call: Callbacks<{ data: ArrayBuffer }> & { filePath: string; position?: number; length?: number },
    ) => {
      const bytes = readFileSync(real(call.filePath));
      const from = call.position ?? 0;
      const part = Uint8Array.from(
        bytes.subarray(from, call.length === undefined ? undefined : from + call.length),
      );
      answer('readFile', call, { data: part.buffer });
    },
    getFileInfo: (call: Callbacks<{ size: number }> & { filePath: string }) =>
      answer('getFileInfo', call, { size: statSync(real(call.filePath)).size }),
  };
}

import { useEffect } from 'react';
import { phone } from './phone';
import { request, uploadFile } from './taro-network';

/** A thin stand-in for @tarojs/taro: what the client uses, nothing more. An unknown call fails the test by being undefined. */
type Callback = () => void;

export const useDidShow = (callback: Callback): void => {
  useEffect(callback, []);
  useListener(showListeners, callback);
};
export const useReady = (callback: Callback): void => useEffect(callback, []);
export const useLoad = (callback: (params: Record<string, string>) => void): void =>
  useEffect(() => callback(phone.params), []);
export const useLaunch = (callback: Callback): void => useEffect(callback, []);
export const useDidHide = (callback: Callback): void => useListener(hideListeners, callback);
export const useUnload = (callback: Callback): void => useEffect(() => callback, []);
export const usePullDownRefresh = (callback: Callback): void => useListener(pullDownListeners, callback);
export const useReachBottom = (_callback: Callback): void => undefined;
export const useShareAppMessage = (_callback: () => unknown): void => undefined;
export const useRouter = () => ({ params: phone.params, path: '' });

const pullDownListeners = new Set<Callback>();
const showListeners = new Set<Callback>();
const hideListeners = new Set<Callback>();

function useListener(listeners: Set<Callback>, callback: Callback): void {
  useEffect(() => {
    listeners.add(callback);
    return () => void listeners.delete(callback);
  });
}

/** Another page comes to lie over this one, or leaves it. */
export const hidePage = (): void => hideListeners.forEach((listener) => listener());
export const showPage = (): void => showListeners.forEach((listener) => listener());

/** Pulls the page down. */
export const pullDown = (): void => pullDownListeners.forEach((listener) => listener());

const move = (how: (typeof phone.navigation)[number]['how']) => (options?: { url?: string }) => {
  phone.navigation.push({ how, url: options?.url });
  return Promise.resolve({ errMsg: `${how}:ok` });
};

const done = () => Promise.resolve({ errMsg: 'ok' });

const Taro = {
  request,
  uploadFile,
  navigateTo: move('navigateTo'),
  redirectTo: move('redirectTo'),
  switchTab: move('switchTab'),
  reLaunch: move('reLaunch'),
  navigateBack: move('navigateBack'),
  getCurrentPages: () => Array.from({ length: phone.pageStack }, () => ({})),
  getStorageSync: (key: string): unknown => {
    const text = localStorage.getItem(key);
    return text === null ? '' : (JSON.parse(text) as { data: unknown }).data;
  },
  setStorageSync: (key: string, data: unknown) => localStorage.setItem(key, JSON.stringify({ data })),
  removeStorageSync: (key: string) => localStorage.removeItem(key),
  getStorageInfoSync: () => ({ keys: Object.keys(localStorage) }),
  getNetworkType: () => Promise.resolve({ networkType: phone.networkType }),
  onNetworkStatusChange: () => undefined,
  stopPullDownRefresh: done,
  setClipboardData: ({ data }: { data: string }) => {
    phone.clipboard.push(data);
    return done();
  },
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => {
    phone.calls.push(phoneNumber);
    return done();
  },
  vibrateShort: () => {
    phone.vibrations.push('short');
    return done();
  },
  vibrateLong: () => {
    phone.vibrations.push('long');
    return done();
  },
  chooseMedia: () =>
    phone.photo
      ? Promise.resolve({ tempFiles: [{ tempFilePath: phone.photo.path, size: phone.photo.bytes }] })
      : Promise.reject(new Error('chooseMedia:fail cancel')),
  createInnerAudioContext: () => ({
    src: '',
    play: () => undefined,
    onEnded: () => undefined,
    onError: () => undefined,
    destroy: () => undefined,
  }),
  requestSubscribeMessage: () => Promise.reject(new Error('requestSubscribeMessage:fail')),
  nextTick: (then: Callback) => void setTimeout(then, 0),
  pageScrollTo: done,
};

export default Taro;

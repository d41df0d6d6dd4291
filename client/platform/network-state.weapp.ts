import Taro from '@tarojs/taro';

/** What WeChat says about the phone's network, now and whenever it changes. */
export function watchNetwork(tell: (online: boolean) => void): void {
  void Taro.getNetworkType().then(({ networkType }) => tell(networkType !== 'none'));
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected));
}

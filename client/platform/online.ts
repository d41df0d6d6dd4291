import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** Whether the phone says it has a network. It may be wrong, so nothing is refused because of it; it only chooses words. */
export const useOnline = create<{ online: boolean }>(() => ({ online: true }));

export function watchOnline(onChange?: (online: boolean) => void): void {
  const tell = (online: boolean) => {
    if (useOnline.getState().online === online) return;
    useOnline.setState({ online });
    onChange?.(online);
  };
  void Taro.getNetworkType().then(({ networkType }) => tell(networkType !== 'none'));
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected));
}

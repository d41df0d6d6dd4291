import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { queryClient } from './query-client';

/** Pulling the page down asks again for what it shows, by the first parts of the keys; the content stays meanwhile. The page's configuration has to allow the pull. */
export function usePullToRefresh(...keys: readonly (readonly unknown[])[]): void {
  usePullDownRefresh(() => {
    const asked = keys.map((queryKey) => queryClient.refetchQueries({ queryKey, type: 'active' }));
    void Promise.allSettled(asked).then(() => Taro.stopPullDownRefresh());
  });
}

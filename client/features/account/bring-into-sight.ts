import Taro from '@tarojs/taro';

/** What the bar at the head of a page covers. */
const HEAD_PX = 96;

/** In large type what is wrong may stand below or above the screen: without it in sight nothing seems to have happened. */
export function bringIntoSight(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -HEAD_PX });
}

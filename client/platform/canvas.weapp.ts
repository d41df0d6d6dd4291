import Taro from '@tarojs/taro';
import type { Surface } from './canvas-types';

interface CanvasNode {
  width: number;
  height: number;
  getContext(type: '2d'): Surface['context'];
}

/** A square Canvas 2D by its id, sharp on the phone's own pixels. Undefined when the page is gone by then. */
export function openCanvas(id: string, sizePx: number): Promise<Surface | undefined> {
  const ratio = Taro.getWindowInfo().pixelRatio || 1;
  const widthPx = Math.round(sizePx * ratio);
  return new Promise((resolve) => {
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .node()
        .exec((found: ({ node?: CanvasNode } | null)[]) => {
          const node = found[0]?.node;
          if (!node) return resolve(undefined);
          node.width = widthPx;
          node.height = widthPx;
          resolve({ context: node.getContext('2d'), widthPx });
        });
    });
  });
}

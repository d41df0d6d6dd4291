import type { Surface } from './canvas-types';

/** A square canvas by its id, sharp on the screen's own pixels. Taro's element draws the canvas inside itself a moment later. */
export function openCanvas(id: string, sizePx: number): Promise<Surface | undefined> {
  const widthPx = Math.round(sizePx * (window.devicePixelRatio || 1));
  return new Promise((resolve) => {
    window.requestAnimationFrame(() => {
      const holder = document.getElementById(id);
      const canvas = holder instanceof HTMLCanvasElement ? holder : holder?.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) return resolve(undefined);
      canvas.width = widthPx;
      canvas.height = widthPx;
      canvas.style.width = `${sizePx}px`;
      canvas.style.height = `${sizePx}px`;
      resolve({ context, widthPx });
    });
  });
}

import { Canvas, View } from '@tarojs/components';
import { useEffect, useId } from 'react';
import { encode } from 'uqr';
import { aria } from '@/platform/aria';
import { openCanvas } from '@/platform/canvas';
import styles from './qr-code.module.scss';
import { qrColours } from './tokens/chrome-colours';

interface QrCodeProps {
  text: string;
  /** Drawn this large, in px. */
  sizePx?: number;
  label: string;
}

const QUIET_ZONE_MODULES = 2;

/** Black on white paper in every theme, because a scanner reads it. Drawn on a canvas: WeChat phones do not all show SVG pictures. */
export function QrCode({ text, sizePx = 248, label }: QrCodeProps) {
  const id = `qr${useId().replace(/[^\w]/g, '')}`;
  useEffect(() => {
    let shown = true;
    void openCanvas(id, sizePx).then((surface) => {
      if (!shown || !surface) return;
      const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE_MODULES });
      const { context, widthPx } = surface;
      context.fillStyle = qrColours.paper;
      context.fillRect(0, 0, widthPx, widthPx);
      context.fillStyle = qrColours.ink;
      // Edges on whole pixels: a scanner dislikes the seams that fractions leave.
      const edge = (module: number) => Math.round((module * widthPx) / size);
      data.forEach((row, y) =>
        row.forEach((dark, x) => {
          if (dark) context.fillRect(edge(x), edge(y), edge(x + 1) - edge(x), edge(y + 1) - edge(y));
        }),
      );
    });
    return () => {
      shown = false;
    };
  }, [id, text, sizePx]);
  return (
    <View className={styles.paper} {...aria({ role: 'img', label })}>
      <Canvas id={id} canvasId={id} type="2d" style={{ width: `${sizePx}px`, height: `${sizePx}px` }} />
    </View>
  );
}

import { openScanOverlay } from './scan-overlay';
import type { ScanResult } from './scan-types';

const NO_CAMERA = new Set(['NotFoundError', 'OverconstrainedError', 'NotReadableError']);

async function openCamera(): Promise<MediaStream | ScanResult> {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) return { kind: 'refused', reason: 'noCamera' };
  try {
    return await media.getUserMedia({
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
    });
  } catch (error) {
    const noCamera = error instanceof Error && NO_CAMERA.has(error.name);
    return { kind: 'refused', reason: noCamera ? 'noCamera' : 'noPermission' };
  }
}

/** Reads one QR code with the browser's camera. The decoder is loaded only now: members never need it. */
export async function scanCode(): Promise<ScanResult> {
  const camera = await openCamera();
  if ('kind' in camera) return camera;
  try {
    const { default: decode } = await import('jsqr');
    const text = await openScanOverlay(
      camera,
      (pixels, width, height) => decode(pixels, width, height)?.data,
    );
    return text === undefined ? { kind: 'cancelled' } : { kind: 'scanned', text };
  } finally {
    for (const track of camera.getTracks()) track.stop();
  }
}

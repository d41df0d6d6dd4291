import { scanWords } from './messages';
import './scan-overlay.scss';

/**
 * The full-screen camera of the web build. It is plain DOM because it lives outside any page: whichever page asked may not re-render it away.
 * Its look is in scan-overlay.scss; it carries the theme itself.
 */
type Decode = (pixels: Uint8ClampedArray, width: number, height: number) => string | undefined;

const LOOK_EVERY_MS = 120;
/** Larger frames cost time and read no better. */
const MAX_FRAME_PX = 720;

function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement, decode: Decode): string | undefined {
  if (video.readyState < video.HAVE_CURRENT_DATA) return undefined;
  const scale = Math.min(1, MAX_FRAME_PX / Math.max(video.videoWidth, video.videoHeight));
  const width = Math.floor(video.videoWidth * scale);
  const height = Math.floor(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || width === 0 || height === 0) return undefined;
  canvas.width = width;
  canvas.height = height;
  context.drawImage(video, 0, 0, width, height);
  return decode(context.getImageData(0, 0, width, height).data, width, height) || undefined;
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Resolves with the text read, or undefined when the person closes it. */
export function openScanOverlay(camera: MediaStream, decode: Decode): Promise<string | undefined> {
  const overlay = element('div', 'theme scan-overlay');
  overlay.setAttribute('role', 'dialog');
  overlay.setAttribute('aria-modal', 'true');
  overlay.setAttribute('aria-label', scanWords.title);
  const video = element('video', 'scan-overlay__video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = camera;
  const close = element('button', 'scan-overlay__close', scanWords.close);
  close.type = 'button';
  overlay.append(
    video,
    element('div', 'scan-overlay__frame'),
    element('p', 'scan-overlay__hint', scanWords.hint),
    close,
  );
  const before = document.activeElement;
  document.body.append(overlay);
  close.focus();
  void video.play().catch(() => undefined);

  return new Promise((resolve) => {
    const canvas = document.createElement('canvas');
    const finish = (text: string | undefined) => {
      window.clearInterval(timer);
      document.removeEventListener('keydown', onKey);
      overlay.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(text);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') finish(undefined);
      // The one thing to reach is the way out.
      if (event.key === 'Tab') event.preventDefault();
    };
    const timer = window.setInterval(() => {
      const text = readFrame(video, canvas, decode);
      if (text !== undefined) finish(text);
    }, LOOK_EVERY_MS);
    close.addEventListener('click', () => finish(undefined));
    document.addEventListener('keydown', onKey);
  });
}

import { photoWords } from './messages';
import './photo-preview.scss';

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function button(sign: string, label: string, onTap: () => void): HTMLButtonElement {
  const made = element('button', 'photo-preview__button');
  made.type = 'button';
  made.append(element('span', `ui-icon i-${sign}`));
  made.setAttribute('aria-label', label);
  made.addEventListener('click', onTap);
  return made;
}

/** A strip of pictures, one a screen: the browser swipes it and pinches into it by itself. */
function stripOf(addresses: readonly string[]): HTMLElement {
  const strip = element('div', 'photo-preview__strip');
  for (const [at, address] of addresses.entries()) {
    const picture = element('img', 'photo-preview__picture');
    picture.src = address;
    picture.alt = photoWords.numbered(at + 1, addresses.length);
    strip.append(picture);
  }
  return strip;
}

/**
 * Shows pictures large, one of them first. Plain DOM outside any page, as the camera is: the platform's own viewer brings a carousel library of 50 kB
 * for this one screen, and no key closes it.
 */
export function previewPhotos(addresses: readonly string[], first: number): Promise<void> {
  const before = document.activeElement;
  const behind = document.getElementById('container');
  const dialog = element('div', 'theme photo-preview');
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-label', photoWords.title);
  const strip = stripOf(addresses);
  const counter = element('p', 'photo-preview__counter');
  counter.setAttribute('aria-live', 'polite');
  const current = () => Math.round(strip.scrollLeft / Math.max(1, strip.clientWidth));
  const show = (at: number) => strip.scrollTo({ left: at * strip.clientWidth });
  const tell = () => (counter.textContent = photoWords.numbered(current() + 1, addresses.length));
  return new Promise((resolve) => {
    const close = () => {
      document.removeEventListener('keydown', onKey, true);
      dialog.remove();
      behind?.removeAttribute('inert');
      if (before instanceof HTMLElement) before.focus();
      resolve();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
      if (event.key === 'ArrowRight') show(current() + 1);
      if (event.key === 'ArrowLeft') show(current() - 1);
    };
    const closing = button('x', photoWords.close, close);
    dialog.append(strip, counter, closing);
    if (addresses.length > 1) {
      const bar = element('div', 'photo-preview__bar');
      bar.append(
        button('left', photoWords.previous, () => show(current() - 1)),
        button('right', photoWords.next, () => show(current() + 1)),
      );
      dialog.append(bar);
    }
    closing.classList.add('photo-preview__close');
    strip.addEventListener('scroll', tell, { passive: true });
    document.addEventListener('keydown', onKey, true);
    behind?.setAttribute('inert', '');
    document.body.append(dialog);
    show(first);
    tell();
    closing.focus();
  });
}

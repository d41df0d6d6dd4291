/** The script this page runs, or would run if it were opened now. Its name is made of its content. */
const scriptIn = (html: string): string | undefined =>
  /<script[^>]* src="(\/js\/app\.[^"]+)"/.exec(html)?.[1];

/** So that a release which lacks the file too is not loaded again and again. */
const TRIED = 'release-tried';

async function publishedScript(): Promise<string | undefined> {
  try {
    // Not the start page's own address: that one is answered from what is kept on this device.
    const answer = await fetch('/', { cache: 'no-store', headers: { Accept: 'text/html' } });
    return answer.ok ? scriptIn(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}

/** True when another release is published and is being loaded in place of this one: once, and what was written down stays. */
export async function takeNewerRelease(): Promise<boolean> {
  const published = await publishedScript();
  const running = document.querySelector('script[src^="/js/app."]')?.getAttribute('src');
  if (published === undefined || published === running) return false;
  if (window.sessionStorage.getItem(TRIED) === published) return false;
  window.sessionStorage.setItem(TRIED, published);
  // The worker would answer with the release it keeps; the next start registers the new one.
  await (await navigator.serviceWorker?.getRegistration())?.unregister();
  window.location.reload();
  return true;
}

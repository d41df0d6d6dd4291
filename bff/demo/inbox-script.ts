/** Looks for new messages every few seconds while the page is being looked at, and changes nothing when there are none. */
export const inboxScript = `'use strict';
(() => {
  const list = document.querySelector('[data-messages]');
  if (!list) return;
  const look = async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-messages]');
    if (fresh && fresh.innerHTML !== list.innerHTML) list.innerHTML = fresh.innerHTML;
  };
  setInterval(() => look().catch(() => undefined), 3000);
})();
`;

/** Signed addresses may come without a host: the web build has its own, a mini-program takes the API's. */
export function photoAddress(url: string): string {
  if (!url.startsWith('/')) return url;
  const origin = /^https?:\/\/[^/]+/.exec(API_BASE)?.[0] ?? '';
  return origin + url;
}

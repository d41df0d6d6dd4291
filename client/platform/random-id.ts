/**
 * A request id: 128 random-looking bits in UUID form. WeChat has no crypto.getRandomValues on every phone, so Math.random and the clock stand in;
 * the id must only be unlikely to repeat for one account, it guards nothing secret.
 */
export function randomId(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  const secure = typeof crypto === 'undefined' ? undefined : crypto;
  if (secure && typeof secure.getRandomValues === 'function') return secure.getRandomValues(bytes);
  let clock = Date.now();
  for (let index = 0; index < count; index += 1) {
    bytes[index] = Math.floor(Math.random() * 256) ^ (clock & 0xff);
    clock = Math.floor(clock / 256);
  }
  return bytes;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COLON = 0x3a;

/** Index just behind the closing quote of the string that starts at `start`, or the end of the text. */
function skipString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (unit === BACKSLASH) index += 2;
    else if (unit === QUOTE) return index + 1;
    else index += 1;
  }
  return index;
}

/** Counts brackets outside strings, so that a deep body is refused before `JSON.parse` builds it. */
export function isDeeperThan(text: string, maxDepth: number): boolean {
  let depth = 0;
  let index = 0;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) {
      index = skipString(text, index);
      continue;
    }
    if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) depth -= 1;
    index += 1;
  }
  return false;
}

function decodeKey(raw: string): string {
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}

function nextIsColon(text: string, from: number): boolean {
  let index = from;
  while (index < text.length && text.charCodeAt(index) <= 0x20) index += 1;
  return text.charCodeAt(index) === COLON;
}

/**
 * `JSON.parse` keeps the last of two equal keys, other parsers the first: what one checks another may not use.
 * @param text valid JSON
 * @returns the first key that appears twice in one object
 */
export function findDuplicateKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  let index = 0;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) {
      const end = skipString(text, index);
      if (nextIsColon(text, end)) {
        const key = decodeKey(text.slice(index + 1, end - 1));
        const keys = open[open.length - 1];
        if (keys?.has(key)) return key;
        keys?.add(key);
      }
      index = end;
      continue;
    }
    if (unit === OPEN_OBJECT) open.push(new Set());
    else if (unit === CLOSE_OBJECT) open.pop();
    index += 1;
  }
  return undefined;
}

export interface UnsafePlace {
  path: string;
  kind: 'text' | 'key';
}

/** With the `u` flag a pair is one character, so only half a pair matches. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const isUnsafeText = (text: string) => text.includes('\0') || LONE_SURROGATE.test(text);

/** PostgreSQL refuses NUL and half a surrogate pair; a `__proto__` key is an attack and never a field of ours. */
export function findUnsafe(value: unknown, path: string[] = []): UnsafePlace | undefined {
  if (typeof value === 'string')
    return isUnsafeText(value) ? { path: path.join('.'), kind: 'text' } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || isUnsafeText(key)) return { path: path.join('.'), kind: 'key' };
    const found = findUnsafe(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

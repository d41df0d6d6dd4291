import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';

/** The clerk has so long between looking and confirming. */
export const SCAN_SECONDS = 120;

const scan = z.object({
  /** Voucher and the version that was looked at. */
  v: z.string(),
  n: z.int(),
  /** Who looked, and for which store; null for somebody with several stores who has not said yet. */
  c: z.string(),
  s: z.nullable(z.string()),
  /** The presentation that was scanned; null for a typed 兑换码. */
  p: z.nullable(z.string()),
  /** Milliseconds since 1970, by the database's clock. */
  e: z.int(),
});
export type Scan = z.infer<typeof scan>;

const sign = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest();

export function writeScanToken(key: KeyObject, content: Scan): string {
  const text = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${text}.${sign(key, text).toString('base64url')}`;
}

/** Undefined for what this club has not signed. Whether it has lapsed is for the database's clock to say. */
export function readScanToken(key: KeyObject, token: string): Scan | undefined {
  const [text = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(key, text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = z.safeParse(scan, JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}

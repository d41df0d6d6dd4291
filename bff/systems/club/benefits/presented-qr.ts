import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';

/** What a QR code says: which presentation of which voucher, signed. Short, because a dense code scans badly. */
const PREFIX = 'CZ1';
const SIGNATURE_BYTES = 16;

export interface PresentedQr {
  presentationId: string;
  voucherId: string;
}

const compact = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');

function expand(text: string): string | undefined {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex);
  return parts ? parts.slice(1).join('-') : undefined;
}

function signatureOf(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest().subarray(0, SIGNATURE_BYTES);
}

export function writeQr(key: KeyObject, { presentationId, voucherId }: PresentedQr): string {
  const text = `${PREFIX}.${compact(presentationId)}.${compact(voucherId)}`;
  return `${text}.${signatureOf(key, text).toString('base64url')}`;
}

export const looksLikeQr = (text: string) => text.startsWith(`${PREFIX}.`);

/** Undefined for what this club has not signed. */
export function readQr(key: KeyObject, text: string): PresentedQr | undefined {
  const end = text.lastIndexOf('.');
  const signature = Buffer.from(text.slice(end + 1), 'base64url');
  if (end < 0 || signature.length !== SIGNATURE_BYTES) return undefined;
  if (!timingSafeEqual(signature, signatureOf(key, text.slice(0, end)))) return undefined;
  const [prefix, presentation = '', voucher = ''] = text.split('.');
  const presentationId = expand(presentation);
  const voucherId = expand(voucher);
  return prefix === PREFIX && presentationId && voucherId ? { presentationId, voucherId } : undefined;
}

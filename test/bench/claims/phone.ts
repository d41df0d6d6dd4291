import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';

/** One phone: one connection, one request after the other. */
export interface Phone {
  send(method: 'GET' | 'POST' | 'PUT', path: string, body: unknown): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** @throws Error for anything but a success: a refusal is fast, and no measurement */
export function openPhone(url: string, headers: Record<string, string>): Phone {
  const pool = new Pool(url, { connections: 1, pipelining: 1 });
  return {
    async send(method, path, body) {
      const isBytes = body instanceof Uint8Array;
      const answer = await pool.request({
        path,
        method,
        headers: {
          ...headers,
          'idempotency-key': randomUUID(),
          'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        },
        body: isBytes ? body : JSON.stringify(body),
      });
      const text = await answer.body.text();
      if (answer.statusCode >= 300) {
        throw new Error(`${method} ${path} answered ${String(answer.statusCode)}: ${text.slice(0, 300)}`);
      }
      return JSON.parse(text) as Record<string, unknown>;
    },
    close: () => pool.close(),
  };
}

export async function reportClaim(phone: Phone): Promise<string> {
  const { id } = await phone.send('POST', '/api/v1/claims', {
    plate: '鲁A7K315',
    scenario: 'rearEnd',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市历下区经十路' },
    driverName: '张建国',
    contactPhone: '13800000001',
  });
  return String(id);
}

/** Without its last piece unless `sha256` is given: receiving alone, nothing is drawn. */
export async function sendPhoto(
  phone: Phone,
  claimId: string,
  { bytes, sha256 }: { bytes: Buffer; sha256?: string },
): Promise<void> {
  const shot = { shot: 'ownFront', bytes: bytes.length + (sha256 ? 0 : 1), mediaType: 'image/jpeg' };
  const { photoId, chunkBytes } = await phone.send('POST', `/api/v1/claims/${claimId}/photos`, shot);
  const address = `/api/v1/claims/${claimId}/photos/${String(photoId)}/content`;
  const step = Number(chunkBytes);
  for (let offset = 0; offset < bytes.length; offset += step) {
    const isLast = sha256 !== undefined && offset + step >= bytes.length;
    const last = isLast ? `&final=true&sha256=${sha256}` : '';
    const piece = bytes.subarray(offset, offset + step);
    await phone.send('PUT', `${address}?offset=${String(offset)}${last}`, piece);
  }
}

/** The same bytes in the same pieces. */
export async function sendBare(phone: Phone, bytes: Buffer, step: number): Promise<void> {
  for (let offset = 0; offset < bytes.length; offset += step) {
    await phone.send('PUT', '/', bytes.subarray(offset, offset + step));
  }
}

import { createHash, randomUUID } from 'node:crypto';
import type { Caller, Reply } from '../features/caller';

export interface UploadState {
  photoId: string;
  shot: string;
  bytes: number;
  chunkBytes: number;
  receivedBytes: number;
  complete: boolean;
  photo?: { id: string; url: string; thumbUrl: string };
  code?: string;
}

export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

interface Beginning {
  shot?: string;
  key?: string;
  mediaType?: string;
  bytes?: number;
}

export function begin(
  caller: Caller,
  claimId: string,
  file: Buffer,
  { shot = 'ownFront', key = randomUUID(), mediaType = 'image/jpeg', bytes = file.length }: Beginning = {},
): Promise<Reply<UploadState>> {
  return caller.post<UploadState>(`/claims/${claimId}/photos`, { shot, bytes, mediaType }, key);
}

export interface Piece {
  offset: number;
  bytes: Buffer;
  sha256?: string;
  headers?: Record<string, string>;
}

export function put(
  caller: Caller,
  address: string,
  { offset, bytes, sha256, headers }: Piece,
): Promise<Reply<UploadState>> {
  const last = sha256 === undefined ? '' : `&final=true&sha256=${sha256}`;
  return caller.send<UploadState>('PUT', `${address}/content?offset=${String(offset)}${last}`, {
    raw: new Uint8Array(bytes),
    headers: { 'Content-Type': 'application/octet-stream', ...headers },
    key: null,
  });
}

export function pieceAt(file: Buffer, offset: number, chunkBytes: number): Piece {
  const bytes = file.subarray(offset, offset + chunkBytes);
  const isLast = offset + bytes.length === file.length;
  return isLast ? { offset, bytes, sha256: sha256Of(file) } : { offset, bytes };
}

/** As a phone does: from where the server is, piece after piece; what is busy is asked again. */
export async function sendRest(
  caller: Caller,
  address: string,
  file: Buffer,
  { until = file.length }: { until?: number } = {},
): Promise<Reply<UploadState>> {
  let answer = await caller.get<UploadState>(address);
  const { chunkBytes } = answer.body;
  for (let turns = 0; answer.body.receivedBytes < until && turns < 200; turns += 1) {
    answer = await put(caller, address, pieceAt(file, answer.body.receivedBytes, chunkBytes));
    if (answer.status !== 200) return answer;
  }
  return answer;
}

export async function sendInPieces(
  caller: Caller,
  claimId: string,
  file: Buffer,
  options: Beginning = {},
): Promise<Reply<UploadState>> {
  const begun = await begin(caller, claimId, file, options);
  if (begun.status !== 201) return begun;
  return sendRest(caller, `/claims/${claimId}/photos/${begun.body.photoId}`, file);
}

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Problem } from '../http/problem';
import { photoProblems } from './photo-problems';
import { startSealing, type Sealing } from './photo-seal';

export interface Chunk {
  /** Of the plain bytes, in hex. */
  sha256: string;
  /** The first of the plain bytes. */
  head: Buffer;
  /** Undefined where nothing was to be sealed. */
  sealed?: Buffer;
}

/** WeChat cuts a request at 60 s; nobody is waiting after that. */
const DEADLINE_MS = 65_000;
const HEAD_BYTES = 16;

function refuseByHeaders({ headers }: IncomingMessage): void {
  const plain = (headers['content-encoding'] ?? 'identity') === 'identity';
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (plain && (mediaType === 'application/octet-stream' || mediaType.startsWith('image/'))) return;
  throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', '照片的分段要按原样上传（application/octet-stream）');
}

/** Runs to the end of the body; what comes after a fault is read by the server once it has answered. */
function readPieces(request: IncomingMessage, take: (piece: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      finish();
    };
    const onData = (piece: Buffer) => {
      try {
        take(piece);
      } catch (error) {
        settle(() => reject(error as Error));
      }
    };
    const onEnd = () => settle(resolve);
    const onGone = () => settle(() => reject(photoProblems.cutOff()));
    const timer = setTimeout(() => settle(() => reject(photoProblems.tooSlow())), DEADLINE_MS);
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}

/**
 * Takes exactly one piece of a photo. It is hashed and sealed while it arrives, so a connection holds one copy of one piece.
 * @throws Problem 400, 408, 415 or 422; nothing is kept then
 */
export async function receiveChunk(
  request: IncomingMessage,
  { bytes, chunkBytes, seal }: { bytes: number; chunkBytes: number; seal?: { key: Buffer; place: string } },
): Promise<Chunk> {
  refuseByHeaders(request);
  const announced = request.headers['content-length'];
  if (announced !== undefined && Number(announced) !== bytes) throw photoProblems.wrongPiece(chunkBytes);
  const sealing: Sealing | undefined = seal && startSealing(seal.key, seal.place, bytes);
  const digest = createHash('sha256');
  let head = Buffer.alloc(0);
  let received = 0;
  await readPieces(request, (piece) => {
    received += piece.length;
    if (received > bytes) throw photoProblems.wrongPiece(chunkBytes);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]);
    digest.update(piece);
    sealing?.add(piece);
  });
  if (received < bytes) throw photoProblems.wrongPiece(chunkBytes);
  const chunk: Chunk = { sha256: digest.digest('hex'), head };
  return sealing ? { ...chunk, sealed: sealing.end() } : chunk;
}

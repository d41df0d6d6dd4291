import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { Problem } from '../http/problem';
import { MAX_PHOTO_BYTES, photoProblems } from './photo-problems';
import { outOfRoom } from './storage-fault';

export interface Upload {
  /** A temporary file; whoever received it calls `discard`. */
  file: string;
  sha256: string;
  bytes: number;
  /** The text parts of the form, unchecked. */
  fields: Record<string, string>;
  discard(): Promise<void>;
}

/** What Taro.uploadFile sends: one part `file`, a few short text parts. */
const LIMITS: busboy.Limits = {
  files: 2,
  fileSize: MAX_PHOTO_BYTES + 1,
  fields: 8,
  fieldSize: 1_000,
  fieldNameSize: 100,
  parts: 12,
  headerPairs: 20,
};
/** WeChat cuts an upload at 60 s; nobody is waiting after that. */
const DEADLINE_MS = 65_000;
/** A form that is too large is read to its end, so that the answer arrives; beyond this it is cut off. */
const LARGEST_FORM_BYTES = 4 * MAX_PHOTO_BYTES;

function faultOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return outOfRoom(error) ? photoProblems.notStored() : photoProblems.cutOff();
}

interface StoredFile {
  sha256: string;
  bytes: number;
}

async function storeFile(stream: Readable, file: string): Promise<StoredFile> {
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      digest.update(chunk);
      done(bytes > MAX_PHOTO_BYTES ? photoProblems.tooLarge() : null, chunk);
    },
  });
  await pipeline(stream, measure, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return { sha256: digest.digest('hex'), bytes };
}

function createParser(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: LIMITS, defParamCharset: 'utf8' });
  } catch {
    throw photoProblems.wrongMediaType();
  }
}

/** Collects what the parser finds; the first fault wins and the rest of the stream is thrown away. */
function collect(parser: busboy.Busboy, file: string) {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let storing: Promise<StoredFile> | undefined;
  let fault: Problem | undefined;
  const fail = (problem: Problem) => (fault ??= problem);
  parser.on('file', (name, stream) => {
    if (storing || name !== 'file') {
      fail(storing ? photoProblems.oneFileOnly() : photoProblems.missingFile());
      stream.resume();
      return;
    }
    storing = storeFile(stream, file);
    storing.catch((error: unknown) => {
      fail(faultOf(error));
      // Nobody reads the part any more, so the parser would wait for ever.
      parser.destroy();
    });
  });
  parser.on('field', (name, value, info) => {
    if (info.nameTruncated || info.valueTruncated || name in fields) fail(tooManyParts());
    else fields[name] = value;
  });
  parser.on('filesLimit', () => fail(photoProblems.oneFileOnly()));
  parser.on('fieldsLimit', () => fail(tooManyParts()));
  parser.on('partsLimit', () => fail(tooManyParts()));
  return {
    fields,
    fault: () => fault,
    async stored(): Promise<StoredFile> {
      const kept = await storing?.catch((error: unknown) => {
        throw fault ?? error;
      });
      if (fault) throw fault;
      if (!kept || kept.bytes === 0) throw photoProblems.missingFile();
      return kept;
    },
  };
}

const tooManyParts = () => new Problem(400, 'MALFORMED_BODY', '上传的表单格式不对，请重新选照片再传');

/**
 * Feeds the parser by hand instead of with `pipeline`, which would destroy the connection on a fault: then the person
 * would see a broken network instead of the sentence that says what is wrong with the picture.
 */
async function feed(request: IncomingMessage, parser: busboy.Busboy): Promise<void> {
  let total = 0;
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(photoProblems.tooSlow()), DEADLINE_MS);
      parser.once('close', resolve);
      parser.on('error', () => reject(photoProblems.cutOff()));
      request.once('error', () => reject(photoProblems.cutOff()));
      request.once('close', () => request.complete || reject(photoProblems.cutOff()));
      request.on('data', (chunk: Buffer) => {
        total += chunk.length;
        if (total > LARGEST_FORM_BYTES) reject(photoProblems.tooLarge());
      });
      request.pipe(parser);
    });
  } finally {
    clearTimeout(timer);
    request.unpipe(parser);
    parser.destroy();
    request.resume();
  }
}

/**
 * Streams one picture of a multipart form to a temporary file, never more than 10 MB of it, and hashes it on the way.
 * @throws Problem 400, 408, 415 or 422; then nothing is left behind
 */
export async function receiveUpload(request: IncomingMessage, folder: string): Promise<Upload> {
  const parser = createParser(request);
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FORM_BYTES) throw photoProblems.tooLarge();
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw faultOf(error);
  });
  const file = path.join(folder, randomUUID());
  const discard = () => rm(file, { force: true });
  const found = collect(parser, file);
  try {
    await feed(request, parser);
    const { sha256, bytes } = await found.stored();
    return { file, sha256, bytes, fields: { ...found.fields }, discard };
  } catch (error) {
    await found.stored().catch(() => undefined);
    await discard();
    throw found.fault() ?? faultOf(error);
  }
}

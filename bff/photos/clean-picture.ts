import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { MAX_PHOTO_PIXELS, photoProblems } from './photo-problems';
import { pictureKind } from './picture-kind';

export interface CleanPicture {
  full: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
  /** Of `full`, in hex. */
  sha256: string;
}

const LONGEST_EDGE_PX = 2560;
const THUMB_EDGE_PX = 480;
const QUALITY = 82;
const THUMB_QUALITY = 75;
const TIMEOUT_SECONDS = 20;
const HEAD_BYTES = 16;

/** Decoders for anything but a camera's formats stay shut in this process, whatever a file claims to be. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.cache(false);
/** One thread a picture: the queue beside this decides how many pictures there are at a time. */
sharp.concurrency(1);

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** @throws Problem 422 that says what the file is instead */
export function refuseByKind(head: Buffer): void {
  switch (pictureKind(head)) {
    case 'heic':
      throw photoProblems.heic();
    case 'otherPicture':
      throw photoProblems.unsupported();
    case 'pdf':
      throw photoProblems.pdf();
    case 'notAPicture':
      throw photoProblems.notAPicture();
    case 'jpeg':
    case 'png':
    case 'webp':
  }
}

async function refuseBySize(file: string): Promise<void> {
  const { width, height } = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw photoProblems.broken();
    });
  if (width * height > MAX_PHOTO_PIXELS) throw photoProblems.tooManyPixels();
}

/** Decodes every pixel: a file that is cut off or damaged is refused here, not discovered by the claims handler. */
async function redraw(file: string) {
  try {
    return await sharp(file, { failOn: 'error', limitInputPixels: MAX_PHOTO_PIXELS })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .rotate()
      .resize(LONGEST_EDGE_PX, LONGEST_EDGE_PX, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw photoProblems.broken();
  }
}

/**
 * Turns whatever a phone sent into a picture that is safe to keep and to show: upright, at most 2560 px, drawn anew as
 * JPEG. The place, the owner's name, the camera's number and anything hidden behind the pixels are gone with the old file.
 * @throws Problem 422 that says what is wrong and what to do
 */
export async function cleanPicture(file: string): Promise<CleanPicture> {
  refuseByKind(await headOf(file));
  await refuseBySize(file);
  const { data: full, info } = await redraw(file);
  const thumb = await sharp(full)
    .resize(THUMB_EDGE_PX, THUMB_EDGE_PX, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: THUMB_QUALITY })
    .toBuffer();
  const sha256 = createHash('sha256').update(full).digest('hex');
  return { full, thumb, width: info.width, height: info.height, sha256 };
}

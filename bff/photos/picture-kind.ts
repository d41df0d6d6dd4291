export type PictureKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'otherPicture' | 'pdf' | 'notAPicture';

const startsWith = (head: Buffer, bytes: number[], at = 0) =>
  bytes.every((byte, index) => head[at + index] === byte);
const textAt = (head: Buffer, at: number, length: number) => head.toString('latin1', at, at + length);

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** Animated, vector and print formats: pictures to a person, but not what a camera makes. */
function isOtherPicture(head: Buffer): boolean {
  const isIsoMedia = textAt(head, 4, 4) === 'ftyp';
  return (
    isIsoMedia ||
    textAt(head, 0, 4) === 'GIF8' ||
    startsWith(head, [0x49, 0x49, 0x2a, 0x00]) ||
    startsWith(head, [0x4d, 0x4d, 0x00, 0x2a]) ||
    textAt(head, 0, 2) === 'BM'
  );
}

/**
 * What the first bytes say. The name and the media type that came along are never believed, and text of any kind (SVG,
 * HTML) is not a picture here.
 * @param head at least the first 16 bytes, or the whole of a shorter file
 */
export function pictureKind(head: Buffer): PictureKind {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WEBP') return 'webp';
  if (textAt(head, 4, 4) === 'ftyp' && HEIC_BRANDS.has(textAt(head, 8, 4))) return 'heic';
  if (textAt(head, 0, 5) === '%PDF-') return 'pdf';
  return isOtherPicture(head) ? 'otherPicture' : 'notAPicture';
}

import { pictureKind } from '../../../bff/photos/picture-kind';

const bytes = (...values: number[]) => Buffer.from(values);

describe('the first bytes of a file', () => {
  test.each([
    ['jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    ['heic', Buffer.from('\0\0\0\x18ftypheic')],
    ['heic', Buffer.from('\0\0\0\x18ftypmif1')],
    ['otherPicture', Buffer.from('\0\0\0\x18ftypavif')],
    ['otherPicture', Buffer.from('GIF89a')],
    ['otherPicture', bytes(0x49, 0x49, 0x2a, 0x00)],
    ['notAPicture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['notAPicture', Buffer.from('<!doctype html><script>')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['notAPicture', Buffer.from('RIFF\0\0\0\0WAVE')],
    ['notAPicture', Buffer.alloc(0)],
    ['notAPicture', bytes(0xff)],
  ])('%s', (kind, head) => {
    expect(pictureKind(head)).toBe(kind);
  });
});

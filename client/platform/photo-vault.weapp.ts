import Taro from '@tarojs/taro';
import type { OpenPhoto } from './photo-vault-types';

/** Photos that outlive the app: the camera has put them among the user's own files already. */
const userFolder = (): string => (Taro as unknown as { env: { USER_DATA_PATH: string } }).env.USER_DATA_PATH;
/** With the moment it was taken. */
const NAME = /^photo-(\d+)/;
const YOUNG_MS = 60_000;

/** The name under which it is kept; undefined where the phone had no room and it lies among temporary files. */
export const keepPhoto = (path: string, _id: string): Promise<string | undefined> =>
  Promise.resolve(path.startsWith(userFolder()) ? path : undefined);

/** An address that can be shown and sent; undefined when the file is gone. */
export function photoPath(ref: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().access({
      path: ref,
      success: () => resolve(ref),
      fail: () => resolve(undefined),
    });
  });
}

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
};

const mediaTypeOf = (path: string): string =>
  mediaTypes[(/\.(\w+)$/.exec(path)?.[1] ?? '').toLowerCase()] ?? 'image/jpeg';

function sizeOf(path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => resolve(size),
      fail: () => resolve(undefined),
    });
  });
}

/** Undefined where a phone cannot read a file in pieces. */
export async function openPhoto(ref: string): Promise<OpenPhoto | undefined> {
  const bytes = await sizeOf(ref);
  if (bytes === undefined) return undefined;
  const read = (from: number, length: number): Promise<ArrayBuffer> =>
    new Promise((resolve, reject) => {
      Taro.getFileSystemManager().readFile({
        filePath: ref,
        position: from,
        length: Math.min(length, bytes - from),
        success: ({ data }) => (typeof data === 'string' ? reject(new Error('read as text')) : resolve(data)),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    });
  return { bytes, mediaType: mediaTypeOf(ref), read };
}

/** WeChat clears temporary files when it likes; until then they serve. */
export const outlivesTheApp = (_ref: string): boolean => true;

export function dropPhoto(ref: string): Promise<void> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath: ref, complete: () => resolve() });
  });
}

/**
 * What belongs to no report any more: the account was logged out, or the app died between two steps. Files are listed before the references are read,
 * so that one which comes in between stays.
 */
export async function dropPhotosBut(
  refsToKeep: () => ReadonlySet<string>,
  { youngToo = false }: { youngToo?: boolean } = {},
): Promise<void> {
  const folder = userFolder();
  const names = await new Promise<string[]>((resolve) => {
    Taro.getFileSystemManager().readdir({
      dirPath: folder,
      success: ({ files }) => resolve(files),
      fail: () => resolve([]),
    });
  });
  const refs = refsToKeep();
  // The camera has written it, and its record is about to be.
  const isYoung = (name: string) => !youngToo && Date.now() - Number(NAME.exec(name)?.[1]) < YOUNG_MS;
  const left = names.filter((name) => NAME.test(name) && !isYoung(name)).map((name) => `${folder}/${name}`);
  await Promise.all(left.filter((path) => !refs.has(path)).map(dropPhoto));
}

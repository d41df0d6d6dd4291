import Taro from '@tarojs/taro';

/** Photos that outlive the app: the camera has put them among the user's own files already. */
const userFolder = (): string => (Taro as unknown as { env: { USER_DATA_PATH: string } }).env.USER_DATA_PATH;
const NAME = /^photo-\d/;

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

/** WeChat clears temporary files when it likes; until then they serve. */
export const outlivesTheApp = (_ref: string): boolean => true;

export function dropPhoto(ref: string): Promise<void> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath: ref, complete: () => resolve() });
  });
}

/** What belongs to no report any more: the account was logged out, or the app died between two steps. */
export async function dropPhotosBut(refs: ReadonlySet<string>): Promise<void> {
  const folder = userFolder();
  const names = await new Promise<string[]>((resolve) => {
    Taro.getFileSystemManager().readdir({
      dirPath: folder,
      success: ({ files }) => resolve(files),
      fail: () => resolve([]),
    });
  });
  const left = names.filter((name) => NAME.test(name)).map((name) => `${folder}/${name}`);
  await Promise.all(left.filter((path) => !refs.has(path)).map(dropPhoto));
}

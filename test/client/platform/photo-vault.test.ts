import Taro from '@tarojs/taro';
import { dropPhotosBut } from '@/platform/photo-vault.weapp';

const FOLDER = 'wxfile://usr';
const OLD = 'photo-1000-1.jpg';
let files: Set<string>;
let onList: () => void;

/** As WeChat has it: a folder of the user, listed and deleted by callbacks. */
beforeEach(() => {
  files = new Set();
  onList = () => undefined;
  Object.assign(Taro, {
    env: { USER_DATA_PATH: FOLDER },
    getFileSystemManager: () => ({
      readdir: ({ success }: { success: (listed: { files: string[] }) => void }) => {
        const listed = [...files];
        onList();
        success({ files: listed });
      },
      unlink: ({ filePath, complete }: { filePath: string; complete: () => void }) => {
        files.delete(filePath.slice(FOLDER.length + 1));
        complete();
      },
    }),
  });
});

describe('tidying the photos on the phone', () => {
  it('drops what nothing refers to, and nothing else', async () => {
    files = new Set([OLD, 'photo-1000-2.jpg', 'other.txt']);
    await dropPhotosBut(() => new Set([`${FOLDER}/${OLD}`]));
    expect([...files]).toEqual([OLD, 'other.txt']);
  });

  it('keeps one whose record is written while the files are listed', async () => {
    files = new Set([OLD]);
    const refs = new Set<string>();
    onList = () => refs.add(`${FOLDER}/${OLD}`);
    await dropPhotosBut(() => new Set(refs));
    expect([...files]).toEqual([OLD]);
  });

  it('keeps one that the camera has just written, unless everything is to go', async () => {
    const young = `photo-${String(Date.now())}-1.jpg`;
    files = new Set([young]);
    await dropPhotosBut(() => new Set());
    expect([...files]).toEqual([young]);
    await dropPhotosBut(() => new Set(), { youngToo: true });
    expect([...files]).toEqual([]);
  });
});

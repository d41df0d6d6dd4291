import Taro from '@tarojs/taro';
import type { FileAnswer, FileRequest } from './save-file-types';

type Documents = 'pdf' | 'xlsx';
const readable = (name: string): Documents | undefined =>
  name.endsWith('.pdf') ? 'pdf' : name.endsWith('.xlsx') ? 'xlsx' : undefined;

/** WeChat shows a PDF itself, with a menu to pass it on; anything else is handed to a chat of one's own. */
async function hand(path: string, fileName: string): Promise<void> {
  const fileType = readable(fileName);
  if (fileType) await Taro.openDocument({ filePath: path, fileType, showMenu: true });
  else await Taro.shareFileMessage({ filePath: path, fileName });
}

/** Brings a file to the person: fetched with the session, shown or handed over, and not kept by us. */
export async function saveFile({ url, headers, fileName, timeoutMs }: FileRequest): Promise<FileAnswer> {
  try {
    const { env } = Taro as unknown as { env: { USER_DATA_PATH: string } };
    const filePath = `${env.USER_DATA_PATH}/${fileName}`;
    const { statusCode } = await Taro.downloadFile({ url, header: headers, filePath, timeout: timeoutMs });
    if (statusCode !== 200) return { kind: 'answer', status: statusCode, text: '' };
    await hand(filePath, fileName);
    return { kind: 'answer', status: 200, text: '' };
  } catch {
    return { kind: 'lost' };
  }
}

import Taro from '@tarojs/taro';
import type { ScanResult } from './scan-types';

const DENIED = /auth den|authorize|permission/i;

export async function scanCode(): Promise<ScanResult> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode', 'barCode'] });
    return { kind: 'scanned', text: result };
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    return DENIED.test(errMsg) ? { kind: 'refused', reason: 'noPermission' } : { kind: 'cancelled' };
  }
}

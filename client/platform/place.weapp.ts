import Taro from '@tarojs/taro';
import type { PlaceResult } from './place-types';

const DENIED = /auth den|authorize no|permission denied/i;

/** Where the phone is now. Ask only after the tap that needs it; a refusal is an answer and the screen goes on without. */
export async function findPlace(): Promise<PlaceResult> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' });
    return { kind: 'found', latitude, longitude, coordinates: 'gcj02' };
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    // Our own sheet said no: there is no settings page for that, only another tap.
    if (/privacy/i.test(errMsg)) return { kind: 'refused', canAskInSettings: false };
    return DENIED.test(errMsg) ? { kind: 'refused', canAskInSettings: true } : { kind: 'unavailable' };
  }
}

export async function openPlaceSettings(): Promise<void> {
  await Taro.openSetting();
}

/** Opens the phone's map at a shop. */
export async function showRoute(shop: {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}): Promise<void> {
  await Taro.openLocation(shop);
}

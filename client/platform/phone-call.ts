import Taro from '@tarojs/taro';

/** Opens the dialler; closing it without a call is a choice, not an error. */
export async function callPhone(phoneNumber: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber: phoneNumber.replace(/[^\d+]/g, '') });
  } catch {
    // The person closed the dialler.
  }
}

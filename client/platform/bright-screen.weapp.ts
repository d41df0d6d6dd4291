import Taro from '@tarojs/taro';

/** Full brightness while a code is shown to a scanner; call what comes back to restore what was. */
export async function brightenScreen(): Promise<() => void> {
  try {
    const { value } = await Taro.getScreenBrightness();
    await Taro.setScreenBrightness({ value: 1 });
    await Taro.setKeepScreenOn({ keepScreenOn: true });
    return () => {
      void Taro.setScreenBrightness({ value }).catch(() => undefined);
      void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined);
    };
  } catch {
    return () => undefined;
  }
}

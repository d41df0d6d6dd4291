interface WakeLock {
  release(): Promise<void>;
}

/** A browser may not change brightness; keeping the screen on is the part it can do. */
export async function brightenScreen(): Promise<() => void> {
  try {
    const { wakeLock } = navigator as unknown as {
      wakeLock?: { request(type: 'screen'): Promise<WakeLock> };
    };
    const lock = await wakeLock?.request('screen');
    return () => void lock?.release().catch(() => undefined);
  } catch {
    return () => undefined;
  }
}

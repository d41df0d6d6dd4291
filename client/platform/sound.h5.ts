/**
 * Two tones told apart in a noisy shop; nothing depends on the sound alone. Taro's own player stops whenever the page changes, which is
 * just when the answer of the counter is heard.
 */
export function playSound(source: string): void {
  void play(source);
}

async function play(source: string): Promise<void> {
  try {
    await new Audio(source).play();
  } catch {
    // A browser that was not touched yet may refuse; the screen and the vibration say it too.
  }
}

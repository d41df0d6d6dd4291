import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium of this machine: `CHROMIUM` in the environment, or where systems usually put it. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM;
  return [...(named ? [named] : []), ...CANDIDATES].find((candidate) => fs.existsSync(candidate));
}

/**
 * Makes sure a browser is there: on Debian and Ubuntu it is installed as root with apt-get; anywhere else the message
 * says exactly what to do.
 */
export function ensureBrowser(): void {
  const found = findBrowser();
  if (found) {
    console.log(`using ${found}`);
    return;
  }
  const apt = fs.existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (apt) {
    console.log('no Chromium here; installing it with apt-get');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (findBrowser()) return;
  }
  throw new Error(
    'The journeys need Chromium. On Debian or Ubuntu: sudo apt-get install chromium fonts-noto-cjk. ' +
      'Elsewhere install Chrome or Chromium and name its program in CHROMIUM.',
  );
}

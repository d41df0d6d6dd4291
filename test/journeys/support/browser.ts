import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../../config/browser';
import { temporaryFolder } from '../../support/run-folder';
import { videoOf } from './camera-video';

let running: Promise<{ browser: Browser; cameraFile: string }> | undefined;

async function launch(): Promise<{ browser: Browser; cameraFile: string }> {
  const cameraFile = path.join(temporaryFolder('camera'), 'camera.y4m');
  writeFileSync(cameraFile, await videoOf());
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFile}`,
    ],
  });
  return { browser, cameraFile };
}

/** One browser a suite; each phone is a context of its own in it. */
export async function startBrowser(): Promise<Browser> {
  running ??= launch();
  return (await running).browser;
}

/** Holds a picture in front of the camera, for whoever opens it next. */
export async function showToCamera(picture: Buffer): Promise<void> {
  running ??= launch();
  writeFileSync((await running).cameraFile, await videoOf(picture));
}

export async function stopBrowser(): Promise<void> {
  const browser = running && (await running).browser;
  running = undefined;
  await browser?.close();
}

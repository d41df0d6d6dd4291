import path from 'node:path';
import type { UploadSettings } from './settings';

/** Taro has compiled and minified already; a second pass by WeChat's tools would only blur what was tested. */
const asBuilt = { es6: false, minify: false, autoPrefixWXSS: false } as const;

/** Sends the built package: a preview for the own phone, or a trial version (体验版) for the console. */
export async function sendPackage(folder: string, settings: UploadSettings): Promise<void> {
  const { appid = '', privateKeyPath = '', version, description, robot, mode } = settings;
  const ci = await import('miniprogram-ci');
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath,
    ignores: ['**/*.map', '**/*.LICENSE.txt'],
  });
  const onProgressUpdate = () => undefined;
  if (mode === 'upload') {
    await ci.upload({ project, version, desc: description, robot, setting: asBuilt, onProgressUpdate });
    return;
  }
  const qrcode = path.join(folder, '..', 'preview.jpg');
  await ci.preview({
    project,
    version,
    desc: description,
    robot,
    setting: asBuilt,
    qrcodeFormat: 'image',
    qrcodeOutputDest: qrcode,
    onProgressUpdate,
  });
  console.log(`scan ${path.relative(process.cwd(), qrcode)} with the phone`);
}

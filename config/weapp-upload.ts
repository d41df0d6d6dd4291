/**
 * `npm run weapp:upload -- preview|upload [--dry-run] [--version=1.4.0] [--desc=…]`: builds the release package, compares it with what is declared at
 * WeChat, and sends it. docs/release-to-wechat.md says what comes before and after.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkWeappPackages } from './check/weapp-packages';
import { bin, root, runSteps } from './steps';
import { declarations, messages } from './weapp-upload/declarations';
import { inspectBundle } from './weapp-upload/inspect-bundle';
import { sendPackage } from './weapp-upload/send';
import { readSettings, type UploadSettings } from './weapp-upload/settings';

const OUTPUT = process.env.WEAPP_OUTPUT ?? 'dist/upload/weapp';

/** What goes to people stands in the history, word for word. */
function refuseDirtyTree(): void {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error('git does not say whether everything is committed');
  const changed = stdout.split('\n').filter(Boolean);
  if (changed.length > 0) throw new Error(`not committed:\n  ${changed.slice(0, 20).join('\n  ')}`);
}

function compare({ apiBase }: UploadSettings): void {
  const { hosts, usedApis, problems } = inspectBundle(path.join(root, OUTPUT), apiBase);
  console.log(`domains (request, uploadFile, downloadFile): ${hosts.join(', ')}`);
  for (const { api, dataType, purpose } of declarations) {
    console.log(`${usedApis.includes(api) ? 'used' : 'UNUSED'}  ${api}: ${dataType}, ${purpose}`);
  }
  if (problems.length > 0) throw new Error(`not as declared:\n  ${problems.join('\n  ')}`);
}

function show({ mode, version, description, robot, appid }: UploadSettings): void {
  console.log(
    `would ${mode} ${OUTPUT} as version ${version}, robot ${String(robot)}, appid ${appid ?? '(none given)'}`,
  );
  console.log(`description: ${description}`);
  for (const [kind, fields] of Object.entries(messages)) console.log(`message ${kind}: ${fields}`);
}

/** Also without npm around it. */
function packageVersion(): string {
  const text = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function main(): Promise<void> {
  const { settings, problems } = readSettings(process.argv.slice(2), {
    npm_package_version: packageVersion(),
    ...process.env,
  });
  if (problems.length > 0) {
    console.error(`weapp:upload cannot start:\n  ${problems.join('\n  ')}`);
    process.exitCode = 1;
    return;
  }
  await runSteps('weapp:upload', [
    ...(settings.dryRun ? [] : [{ name: 'everything is committed', run: refuseDirtyTree }]),
    {
      name: 'release build',
      run: [bin('taro'), 'build', '--type', 'weapp'],
      env: { TARO_APP_RELEASE: '1', TARO_OUTPUT_ROOT: OUTPUT },
    },
    { name: 'sizes and content', run: () => checkWeappPackages(OUTPUT) },
    { name: 'domains and declarations', run: () => compare(settings) },
    settings.dryRun
      ? { name: 'what would be sent', run: () => show(settings) }
      : { name: settings.mode, run: () => sendPackage(path.join(root, OUTPUT), settings) },
  ]);
}

void main();

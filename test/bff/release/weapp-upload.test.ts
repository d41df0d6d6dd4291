import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { childEnvironment } from '../../../bff/config';
import { declarations } from '../../../config/weapp-upload/declarations';
import { inspectBundle } from '../../../config/weapp-upload/inspect-bundle';
import { readSettings } from '../../../config/weapp-upload/settings';
import { temporaryFolder } from '../../support/run-folder';

const API = 'https://club.insurer-one.cn/api/v1';
const complete = {
  TARO_APP_API_BASE: API,
  TARO_APP_INSURER: '一号财险',
  TARO_APP_PRODUCT: '一号车主',
  TARO_APP_HOTLINE: '400-111-2222',
  TARO_APP_SMS_PROVIDER: '一号短信',
  TARO_APP_IDENTITY_PROVIDER: '一号核验',
  TARO_APP_VIOLATIONS_PROVIDER: '一号违章',
  TARO_APP_SUBSCRIBE_TEMPLATES: '{"claimProgress":"t1","reviewDecided":"t2"}',
  WEAPP_VERSION: '1.4.0',
  WEAPP_DESC: '理赔进展更清楚',
};
const dryRun = ['upload', '--dry-run'];
const problemsOf = (changes: Record<string, string | undefined>, args = dryRun) =>
  readSettings(args, { ...complete, ...changes }).problems;

describe('the settings of an upload', () => {
  it('are complete without a key for a dry run, and never without one for a real one', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({}, ['upload'])).toEqual([
      expect.stringContaining('WEAPP_APPID'),
      expect.stringContaining('WEAPP_PRIVATE_KEY_PATH'),
    ]);
    expect(
      problemsOf({ WEAPP_APPID: 'touristappid', WEAPP_PRIVATE_KEY_PATH: __filename }, ['upload']),
    ).toHaveLength(1);
    expect(
      problemsOf({ WEAPP_APPID: 'wx0123456789abcdef', WEAPP_PRIVATE_KEY_PATH: __filename }, ['upload']),
    ).toEqual([]);
  });

  it.each([
    ['http://club.insurer-one.cn/api/v1', 'https'],
    ['https://localhost/api/v1', 'demo or local'],
    ['https://127.0.0.1:3000/api/v1', 'demo or local'],
    ['https://192.168.1.9/api/v1', 'demo or local'],
    ['https://club.example.com/api/v1', 'demo or local'],
    ['club', 'no address'],
    [undefined, 'missing'],
  ])('refuse the address %s', (TARO_APP_API_BASE, words) => {
    expect(problemsOf({ TARO_APP_API_BASE })).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    [{ TARO_APP_INSURER: '示例财险' }],
    [{ TARO_APP_INSURER: undefined }],
    [{ TARO_APP_HOTLINE: '400-000-0000' }],
    [{ TARO_APP_SMS_PROVIDER: '演示短信平台' }],
    [{ TARO_APP_SUBSCRIBE_TEMPLATES: undefined }],
    [{ TARO_APP_SUBSCRIBE_TEMPLATES: '{"claimProgress":"t1"}' }],
    [{ WEAPP_VERSION: '1.4' }],
    [{ WEAPP_DESC: ' ' }],
    [{ WEAPP_ROBOT: '31' }],
  ])('refuse %j', (changes) => {
    expect(problemsOf(changes)).toHaveLength(1);
  });

  it('take a release that asks for no messages on purpose, and arguments before the environment', () => {
    expect(problemsOf({ TARO_APP_SUBSCRIBE_TEMPLATES: '{}' })).toEqual([]);
    const { settings } = readSettings([...dryRun, '--version=2.0.0', '--desc=x'], complete);
    expect(settings).toMatchObject({ mode: 'upload', dryRun: true, version: '2.0.0', description: 'x' });
  });

  it('say everything at once and start nothing', () => {
    const root = path.resolve(__dirname, '../../..');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'config/weapp-upload.ts', 'upload'],
      {
        cwd: root,
        encoding: 'utf8',
        env: childEnvironment({ TARO_APP_API_BASE: 'http://127.0.0.1:3000/api/v1' }),
      },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/https[\s\S]*TARO_APP_INSURER[\s\S]*WEAPP_APPID/);
  });
});

describe('the bundle against what is declared', () => {
  const app = {
    __usePrivacyCheck__: true,
    requiredPrivateInfos: ['getLocation'],
    permission: { 'scope.userLocation': { desc: '填写出险地点' } },
  };
  const calls = 'a.getLocation({});a.chooseMedia({});a.scanCode({});var p={openType:"getPhoneNumber"};';
  const base = temporaryFolder('bundle');
  mkdirSync(path.join(base, 'pages'));
  writeFileSync(path.join(base, 'app.json'), JSON.stringify(app));
  writeFileSync(
    path.join(base, 'pages/a.js'),
    `var api="${API}";${calls}var names=["chooseAddress","getUserInfo"];`,
  );

  const changed = (change: (code: string) => string, appJson: object = app) => {
    const folder = temporaryFolder('bundle');
    cpSync(base, folder, { recursive: true });
    const file = path.join(folder, 'pages/a.js');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    writeFileSync(path.join(folder, 'app.json'), JSON.stringify(appJson));
    return inspectBundle(folder, API).problems;
  };

  it('fits, and names the domain for the console', () => {
    const found = inspectBundle(base, API);
    expect(found).toMatchObject({ hosts: ['club.insurer-one.cn'], problems: [] });
    expect([...found.usedApis].sort()).toEqual(declarations.map(({ api }) => api).sort());
  });

  it.each<[string, (code: string) => string, object, RegExp]>([
    [
      'an API that is not declared',
      (code) => `${code}a.chooseAddress({})`,
      app,
      /chooseAddress is used and not declared/,
    ],
    [
      'a declared one that is not used',
      (code) => code.replace('a.scanCode({});', ''),
      app,
      /scanCode is declared and not used/,
    ],
    ['an http address', (code) => `${code}var x="http://club.insurer-one.cn/x"`, app, /http address/],
    ['another host', (code) => `${code}var x="https://elsewhere.cn/x"`, app, /elsewhere\.cn/],
    [
      'a bundle of another API',
      (code) => code.replace(API, 'https://club.insurer-one.cn/api/v0'),
      app,
      /another API/,
    ],
    ['no privacy check', (code) => code, { ...app, __usePrivacyCheck__: false }, /__usePrivacyCheck__/],
    ['no private infos', (code) => code, { ...app, requiredPrivateInfos: [] }, /lacks getLocation/],
    [
      'one for nothing',
      (code) => code,
      { ...app, requiredPrivateInfos: ['getLocation', 'chooseAddress'] },
      /for nothing/,
    ],
    ['no reason for the place', (code) => code, { ...app, permission: {} }, /no reason/],
  ])('is refused with %s', (_name, change, appJson, words) => {
    expect(changed(change, appJson)).toEqual([expect.stringMatching(words)]);
  });
});

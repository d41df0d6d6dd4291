import fs from 'node:fs';
import { messages } from './declarations';

export interface UploadSettings {
  mode: 'preview' | 'upload';
  dryRun: boolean;
  appid: string | undefined;
  privateKeyPath: string | undefined;
  version: string;
  description: string;
  /** WeChat keeps one trial version a robot, 1–30. */
  robot: number;
  apiBase: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const argumentOf = (args: readonly string[], name: string): string | undefined =>
  args.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/** The names a demonstration goes by; a release that carries one was not configured. */
const demoValues: readonly [variable: string, demo: RegExp][] = [
  ['TARO_APP_INSURER', /示例/],
  ['TARO_APP_PRODUCT', /示例/],
  ['TARO_APP_HOTLINE', /^400-000-0000$/],
  ['TARO_APP_SMS_PROVIDER', /演示/],
  ['TARO_APP_IDENTITY_PROVIDER', /演示/],
  ['TARO_APP_VIOLATIONS_PROVIDER', /演示/],
];

const unreachable =
  /^(localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[)|\.(example|test|local|localhost|invalid)$|(^|\.)example\.(com|net|org)$/;

function addressProblems(base: string | undefined): string[] {
  if (!base) return ['TARO_APP_API_BASE is missing: the https address of the API'];
  if (!URL.canParse(base)) return [`TARO_APP_API_BASE is no address: ${base}`];
  const { protocol, hostname } = new URL(base);
  if (protocol !== 'https:') return [`TARO_APP_API_BASE must be https, not ${protocol}//`];
  return unreachable.test(hostname) ? [`TARO_APP_API_BASE is a demo or local address: ${hostname}`] : [];
}

function brandProblems(variables: Variables): string[] {
  return demoValues.flatMap(([name, demo]) => {
    const value = variables[name];
    if (!value) return [`${name} is missing`];
    return demo.test(value) ? [`${name} is the demonstration's: ${value}`] : [];
  });
}

/** `{}` says on purpose that nothing is asked; a forgotten template would only show on a phone. */
function templateProblems(text: string | undefined): string[] {
  if (!text) return ['TARO_APP_SUBSCRIBE_TEMPLATES is missing ({} for a release that asks for no messages)'];
  const ids = JSON.parse(text) as Record<string, unknown>;
  if (Object.keys(ids).length === 0) return [];
  const missing = Object.keys(messages).filter((kind) => typeof ids[kind] !== 'string' || ids[kind] === '');
  return missing.map((kind) => `TARO_APP_SUBSCRIBE_TEMPLATES has no template for ${kind}`);
}

function keyProblems({ dryRun, appid, privateKeyPath }: UploadSettings): string[] {
  if (dryRun) return [];
  const problems: string[] = [];
  if (!appid || !/^wx[0-9a-f]{16}$/.test(appid))
    problems.push('WEAPP_APPID is not an appid (wx and 16 digits)');
  if (!privateKeyPath || !fs.existsSync(privateKeyPath)) {
    problems.push('WEAPP_PRIVATE_KEY_PATH does not lead to the upload key');
  }
  return problems;
}

/** From arguments and environment; arguments win. @returns every reason against at once */
export function readSettings(
  args: readonly string[],
  variables: Variables,
): { settings: UploadSettings; problems: string[] } {
  const mode = args.find((argument) => !argument.startsWith('--'));
  const settings: UploadSettings = {
    mode: mode === 'upload' ? 'upload' : 'preview',
    dryRun: args.includes('--dry-run'),
    appid: argumentOf(args, 'appid') ?? variables.WEAPP_APPID,
    privateKeyPath: argumentOf(args, 'key') ?? variables.WEAPP_PRIVATE_KEY_PATH,
    version: argumentOf(args, 'version') ?? variables.WEAPP_VERSION ?? variables.npm_package_version ?? '',
    description: argumentOf(args, 'desc') ?? variables.WEAPP_DESC ?? '',
    robot: Number(argumentOf(args, 'robot') ?? variables.WEAPP_ROBOT ?? '1'),
    apiBase: variables.TARO_APP_API_BASE ?? '',
  };
  const problems = [
    ...(mode === 'preview' || mode === 'upload' ? [] : ['say preview or upload']),
    ...(/^\d+\.\d+\.\d+$/.test(settings.version) ? [] : ['the version is three numbers, like 1.4.0']),
    ...(settings.description.trim() ? [] : ['--desc= or WEAPP_DESC says what is new']),
    ...(Number.isInteger(settings.robot) && settings.robot >= 1 && settings.robot <= 30
      ? []
      : ['the robot is 1–30']),
    ...addressProblems(variables.TARO_APP_API_BASE),
    ...brandProblems(variables),
    ...templateProblems(variables.TARO_APP_SUBSCRIBE_TEMPLATES),
    ...keyProblems(settings),
  ];
  return { settings, problems };
}

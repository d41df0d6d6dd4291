import path from 'node:path';
import { parseEnvironment, type Environment, type EnvironmentVariables } from './environment';
import { StartProblem } from './start-problem';
import type { SystemName } from './system-names';
import type { SubscribeTemplates } from './upstream/wechat/subscribe-message';

/** Where photos lie: below `dataDir`, or in a bucket. */
export interface PhotoStorage {
  s3?: {
    endpoint: string;
    region: string;
    bucket: string;
    accessKeyId: string;
    secretAccessKey: string;
    /** The bucket stands in the path and not in the host's name. */
    pathStyle: boolean;
  };
}

/** The only reader of `process.env` in the server. What is here has been validated; nothing else needs to ask. */
export interface Config {
  demo: boolean;
  production: boolean;
  host: string;
  port: number;
  /** Where a browser finds this server; cookies and the Origin check hang on it. */
  origin: string;
  /** Proxies in front of this server whose X-Forwarded-For is believed. */
  trustedProxies: number;
  /** Absolute. */
  dataDir: string;
  /** A web build made elsewhere, absolute. Undefined: it is built here when it is missing or out of date. */
  webRoot?: string;
  /** Undefined: the embedded PostgreSQL below `dataDir`. */
  databaseUrl?: string;
  /** Systems that run elsewhere; the others are embedded. */
  systemUrls: Partial<Record<SystemName, string>>;
  brand: { insurerName: string; productName: string; hotline: string };
  keys: { dataKeys?: readonly Buffer[]; tokenKeys?: readonly Buffer[]; serviceSecret?: string };
  tokens: { accessTokenSeconds: number; refreshTokenDays: number };
  deadlines: { readMs: number; writeMs: number };
  claimPaceSeconds: number;
  /** Up to here a claim may go the quick way (小额快赔). */
  smallClaimFen: number;
  /** Where other insurers take reports; undefined where nobody said. */
  insurerHotlines?: readonly { name: string; phone: string }[];
  photoStorage: PhotoStorage;
  wechat: {
    appId: string;
    appSecret: string;
    /** Messages (订阅消息) whose template the console gave an id; the others are not offered. */
    templates: SubscribeTemplates;
    state: 'developer' | 'trial' | 'formal';
  };
  /** Needed to read /metrics; without it only loopback may, and only in demo mode. */
  metricsToken?: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const NEEDED_OUTSIDE_DEMO: readonly SystemName[] = ['sms', 'wechat', 'identity'];
const DEMO_WECHAT = { appId: 'wxdemo0000000001', appSecret: 'demo-app-secret-not-a-secret' };
const DEMO_TEMPLATES = { claimProgress: 'demo-claim-progress', reviewDecided: 'demo-review-decided' };

function systemUrlsOf(env: Environment): Partial<Record<SystemName, string>> {
  const urls: Record<SystemName, string | undefined> = {
    core: env.CORE_URL,
    club: env.CLUB_URL,
    violations: env.VIOLATIONS_URL,
    identity: env.IDENTITY_URL,
    wechat: env.WECHAT_URL,
    sms: env.SMS_URL,
  };
  return Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== undefined));
}

/** Demo mode shows codes and seeds people, so it is never slipped into: any sign of a real installation turns it off. */
function isDemo(env: Environment, urls: Partial<Record<SystemName, string>>): boolean {
  if (env.DEMO !== undefined) return env.DEMO === '1';
  const alone = Object.keys(urls).length === 0 && env.DATABASE_URL === undefined;
  return alone && LOOPBACK.has(env.HOST) && env.NODE_ENV !== 'production';
}

type Urls = Partial<Record<SystemName, string>>;

function missingSecrets(env: Environment, names: readonly (keyof Environment)[]): string[] {
  return names.filter((name) => env[name] === undefined);
}

function missingOutsideDemo(env: Environment, urls: Urls): string[] {
  const gateways = NEEDED_OUTSIDE_DEMO.filter((name) => !urls[name]).map(
    (name) => `${name.toUpperCase()}_URL`,
  );
  const secrets = ['DATA_KEY', 'TOKEN_KEY', 'SERVICE_SECRET', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'] as const;
  return [...gateways, ...missingSecrets(env, secrets)];
}

function refuseIncomplete(missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new StartProblem(
    `Outside demo mode these variables are needed: ${missing.join(', ')}. (DEMO=1 starts a demo with made-up people instead.)`,
  );
}

/** All of it or nothing: photos that quietly went to a folder would be missing on the other replicas. */
function photoStorageOf(env: Environment): PhotoStorage {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const needed = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const missing = missingSecrets(env, needed);
  if (missing.length === needed.length) return {};
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    throw new StartProblem(`For photos in a bucket these variables are needed too: ${missing.join(', ')}.`);
  }
  return {
    s3: { endpoint, region, bucket, accessKeyId, secretAccessKey, pathStyle: env.S3_PATH_STYLE === '1' },
  };
}

function configFrom(env: Environment, { demo, systemUrls }: { demo: boolean; systemUrls: Urls }): Config {
  const hostInUrl = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  return {
    demo,
    production: env.NODE_ENV === 'production',
    host: env.HOST,
    port: env.PORT,
    origin: env.ORIGIN ?? `http://${hostInUrl}:${env.PORT}`,
    trustedProxies: env.TRUSTED_PROXIES,
    dataDir: path.resolve(env.DATA_DIR),
    webRoot: env.WEB_ROOT === undefined ? undefined : path.resolve(env.WEB_ROOT),
    databaseUrl: env.DATABASE_URL,
    systemUrls,
    brand: { insurerName: env.INSURER_NAME, productName: env.PRODUCT_NAME, hotline: env.HOTLINE },
    keys: { dataKeys: env.DATA_KEY, tokenKeys: env.TOKEN_KEY, serviceSecret: env.SERVICE_SECRET },
    tokens: { accessTokenSeconds: env.ACCESS_TOKEN_SECONDS, refreshTokenDays: env.REFRESH_TOKEN_DAYS },
    deadlines: { readMs: env.READ_DEADLINE_MS, writeMs: env.WRITE_DEADLINE_MS },
    claimPaceSeconds: env.CLAIM_PACE_SECONDS,
    smallClaimFen: env.SMALL_CLAIM_FEN,
    insurerHotlines: env.INSURER_HOTLINES,
    photoStorage: photoStorageOf(env),
    wechat: {
      appId: env.WECHAT_APP_ID ?? DEMO_WECHAT.appId,
      appSecret: env.WECHAT_APP_SECRET ?? DEMO_WECHAT.appSecret,
      templates: env.WECHAT_SUBSCRIBE_TEMPLATES ?? (demo ? DEMO_TEMPLATES : {}),
      state: env.WECHAT_MINIPROGRAM_STATE,
    },
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
  };
}

/** @throws StartProblem with one line that names every variable at fault */
export function readConfig(variables: EnvironmentVariables): Config {
  const env = parseEnvironment(variables);
  const systemUrls = systemUrlsOf(env);
  const demo = isDemo(env, systemUrls);
  if (!demo) refuseIncomplete(missingOutsideDemo(env, systemUrls));
  return configFrom(env, { demo, systemUrls });
}

const alonePorts: Record<SystemName, string> = {
  core: '3001',
  club: '3002',
  violations: '3003',
  identity: '3004',
  wechat: '3005',
  sms: '3006',
};

/**
 * For one system that is started alone: it needs neither the other systems nor the keys of the BFF's tokens.
 * @throws StartProblem like readConfig, and for the stand-ins of outside services, which exist in demo mode only
 */
export function readSystemConfig(name: SystemName, variables: EnvironmentVariables): Config {
  const env = parseEnvironment({
    PORT: alonePorts[name],
    DATA_DIR: path.join('.data', `alone-${name}`),
    ...variables,
  });
  const demo = isDemo(env, {});
  if (!demo && NEEDED_OUTSIDE_DEMO.includes(name)) {
    throw new StartProblem(
      `The embedded ${name} stands in for an outside service and runs in demo mode only (DEMO=1).`,
    );
  }
  if (!demo) refuseIncomplete(missingSecrets(env, ['DATA_KEY', 'SERVICE_SECRET']));
  // The systems it speaks to itself: a club of its own tells its members through the gateway at SMS_URL.
  return configFrom(env, { demo, systemUrls: systemUrlsOf(env) });
}

/** The one place that reads the environment; everything above is a pure function of what is handed in. */
export const processVariables = (): EnvironmentVariables => process.env;

/** True below `npm start` and the other scripts. */
export const startedByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;

/** What a child process of ours gets: our own environment and what is said here. */
export const childEnvironment = (additions: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...additions,
});

/** Build constants of the client; a web build made with others is out of date. */
export const clientBuildVariables = (): string[] =>
  Object.entries(process.env)
    .filter(([name]) => name.startsWith('TARO_APP_'))
    .map(([name, value]) => `${name}=${value}`)
    .sort();

export type { EnvironmentVariables };

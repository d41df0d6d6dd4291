import path from 'node:path';
import * as z from 'zod/mini';
import { StartProblem } from './start-problem';
import type { SystemName } from './system-names';

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
  wechat: { appId: string; appSecret: string };
  /** Needed to read /metrics; without it only loopback may, and only in demo mode. */
  metricsToken?: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

const KEY_BYTES = 32;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const NEEDED_OUTSIDE_DEMO: readonly SystemName[] = ['sms', 'wechat', 'identity'];

const wholeNumber = (lowest: number, highest: number, fallback: number) =>
  z._default(z.coerce.number().check(z.int(), z.gte(lowest), z.lte(highest)), fallback);
const text = (fallback: string) => z._default(z.string().check(z.minLength(1), z.maxLength(100)), fallback);
const httpUrl = z.pipe(
  z.url({ protocol: /^https?$/ }),
  z.transform((url) => url.replace(/\/+$/, '')),
);
const keyList = z.pipe(
  z.string(),
  z.transform((list, context) => {
    const keys = list.split(',').map((item) => Buffer.from(item.trim(), 'base64'));
    if (keys.every((key) => key.length === KEY_BYTES)) return keys;
    context.issues.push({
      code: 'custom',
      message: `needs base64 of ${KEY_BYTES} bytes (newest first, separated by commas)`,
      input: '',
    });
    return z.NEVER;
  }),
);

const environment = z.object({
  NODE_ENV: z.optional(z.string()),
  DEMO: z.optional(z.enum(['0', '1'])),
  HOST: text('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 3000),
  ORIGIN: z.optional(httpUrl),
  TRUSTED_PROXIES: wholeNumber(0, 10, 0),
  DATA_DIR: z._default(z.string(), '.data'),
  WEB_ROOT: z.optional(z.string()),
  DATABASE_URL: z.optional(
    z.string().check(z.regex(/^postgres(ql)?:\/\//, 'needs to start with postgresql://')),
  ),
  CORE_URL: z.optional(httpUrl),
  CLUB_URL: z.optional(httpUrl),
  VIOLATIONS_URL: z.optional(httpUrl),
  IDENTITY_URL: z.optional(httpUrl),
  WECHAT_URL: z.optional(httpUrl),
  SMS_URL: z.optional(httpUrl),
  INSURER_NAME: text('示例财险'),
  PRODUCT_NAME: text('车主俱乐部'),
  HOTLINE: text('400-000-0000'),
  DATA_KEY: z.optional(keyList),
  TOKEN_KEY: z.optional(keyList),
  SERVICE_SECRET: z.optional(z.string().check(z.minLength(32, 'needs at least 32 characters'))),
  ACCESS_TOKEN_SECONDS: wholeNumber(30, 900, 900),
  REFRESH_TOKEN_DAYS: wholeNumber(1, 180, 30),
  READ_DEADLINE_MS: wholeNumber(100, 60_000, 2_000),
  WRITE_DEADLINE_MS: wholeNumber(100, 60_000, 3_000),
  CLAIM_PACE_SECONDS: wholeNumber(1, 86_400, 20),
  WECHAT_APP_ID: z.optional(z.string()),
  WECHAT_APP_SECRET: z.optional(z.string()),
  METRICS_TOKEN: z.optional(z.string().check(z.minLength(16, 'needs at least 16 characters'))),
  LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
});
type Environment = z.infer<typeof environment>;
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

const DEMO_WECHAT = { appId: 'wxdemo0000000001', appSecret: 'demo-app-secret-not-a-secret' };

/** A variable that is set to nothing counts as unset, as container files often do that. */
function withoutEmpty(variables: EnvironmentVariables): EnvironmentVariables {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function parseEnvironment(variables: EnvironmentVariables): Environment {
  const result = z.safeParse(environment, withoutEmpty(variables));
  if (result.success) return result.data;
  // Values are left out on purpose: they may be secrets.
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new StartProblem(`The configuration cannot be used. ${problems.join('; ')}.`);
}

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

function missingOutsideDemo(env: Environment, urls: Partial<Record<SystemName, string>>): string[] {
  const gateways = NEEDED_OUTSIDE_DEMO.filter((name) => !urls[name]).map(
    (name) => `${name.toUpperCase()}_URL`,
  );
  const secrets = (
    ['DATA_KEY', 'TOKEN_KEY', 'SERVICE_SECRET', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'] as const
  ).filter((name) => env[name] === undefined);
  return [...gateways, ...secrets];
}

function refuseIncomplete(env: Environment, urls: Partial<Record<SystemName, string>>): void {
  const missing = missingOutsideDemo(env, urls);
  if (missing.length === 0) return;
  throw new StartProblem(
    `Outside demo mode these variables are needed: ${missing.join(', ')}. (DEMO=1 starts a demo with made-up people instead.)`,
  );
}

/** @throws StartProblem with one line that names every variable at fault */
export function readConfig(variables: EnvironmentVariables): Config {
  const env = parseEnvironment(variables);
  const systemUrls = systemUrlsOf(env);
  const demo = isDemo(env, systemUrls);
  if (!demo) refuseIncomplete(env, systemUrls);
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
    wechat: {
      appId: env.WECHAT_APP_ID ?? DEMO_WECHAT.appId,
      appSecret: env.WECHAT_APP_SECRET ?? DEMO_WECHAT.appSecret,
    },
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
  };
}

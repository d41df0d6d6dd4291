import * as z from 'zod/mini';
import { StartProblem } from './start-problem';
import { messageKinds } from './upstream/wechat/subscribe-message';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const templateId = z.optional(z.string().check(z.minLength(1), z.maxLength(100)));
const subscribeTemplates = z.strictObject({ claimProgress: templateId, reviewDecided: templateId });

/** What may stand in the environment, and what each variable must look like. */
const KEY_BYTES = 32;

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

/** `name=number`, several separated by commas: what people read and dial, so neither part may be empty. */
const hotlineList = z.pipe(
  z.string(),
  z.transform((list, context) => {
    const hotlines = list.split(',').map((item) => {
      const [name = '', phone = '', ...more] = item.split('=').map((part) => part.trim());
      return { name, phone, whole: more.length === 0 };
    });
    const usable = hotlines.every(({ name, phone, whole }) => whole && name && /^[\d-]{3,20}$/.test(phone));
    if (usable) return hotlines.map(({ name, phone }) => ({ name, phone }));
    context.issues.push({
      code: 'custom',
      message: 'needs name=number, several separated by commas',
      input: '',
    });
    return z.NEVER;
  }),
);

/** `{"claimProgress":"…"}`: ids as WeChat gave them, for messages that exist. */
const templateIds = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const templates = z.safeParse(subscribeTemplates, jsonOf(text));
    if (templates.success) return templates.data;
    const message = `needs a JSON object with ids for ${messageKinds.join(', ')}`;
    context.issues.push({ code: 'custom', message, input: '' });
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
  SMALL_CLAIM_FEN: wholeNumber(1, 100_000_000, 10_000_00),
  INSURER_HOTLINES: z.optional(hotlineList),
  WECHAT_APP_ID: z.optional(z.string()),
  WECHAT_APP_SECRET: z.optional(z.string()),
  WECHAT_SUBSCRIBE_TEMPLATES: z.optional(templateIds),
  WECHAT_MINIPROGRAM_STATE: z._default(z.enum(['developer', 'trial', 'formal']), 'formal'),
  S3_ENDPOINT: z.optional(httpUrl),
  S3_REGION: text('us-east-1'),
  S3_BUCKET: z.optional(
    z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'needs to be a bucket’s name')),
  ),
  S3_ACCESS_KEY_ID: z.optional(z.string()),
  S3_SECRET_ACCESS_KEY: z.optional(z.string()),
  S3_PATH_STYLE: z._default(z.enum(['0', '1']), '1'),
  METRICS_TOKEN: z.optional(z.string().check(z.minLength(16, 'needs at least 16 characters'))),
  LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
});
export type Environment = z.infer<typeof environment>;
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing counts as unset, as container files often do that. */
function withoutEmpty(variables: EnvironmentVariables): EnvironmentVariables {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** @throws StartProblem with one line that names every variable at fault */
export function parseEnvironment(variables: EnvironmentVariables): Environment {
  const result = z.safeParse(environment, withoutEmpty(variables));
  if (result.success) return result.data;
  // Values are left out on purpose: they may be secrets.
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new StartProblem(`The configuration cannot be used. ${problems.join('; ')}.`);
}

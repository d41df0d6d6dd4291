import { createHmac, type KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { limitRules, type LimitName, type LimitRule } from './limit-rules';
import { Problem } from './problem';

export interface Limits {
  /**
   * Takes one from the named limit of this subject (a phone, an address, an account).
   * @throws Problem 429 TOO_MANY_REQUESTS
   */
  take(name: LimitName, subject: string): Promise<void>;
  /** Gives one back, e.g. when the message could not be sent after all. */
  giveBack(name: LimitName, subject: string): Promise<void>;
}

export interface LimitsOptions {
  /** Shared by all replicas. */
  pool: Pool;
  hmacKey: KeyObject;
  /** Other numbers for some limits. */
  rules?: Partial<Record<LimitName, LimitRule>>;
}

/** A whole minute and above is said in minutes or hours; nobody counts 3,540 seconds. */
export function waitInWords(seconds: number): string {
  if (seconds < 60) return `${String(seconds)} 秒`;
  if (seconds < 3600) return `${String(Math.ceil(seconds / 60))} 分钟`;
  return `${String(Math.ceil(seconds / 3600))} 小时`;
}

function tooMany(rule: LimitRule, waitMs: number): Problem {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  const detail = `${rule.detail}，请 ${waitInWords(retryAfterSeconds)}后再试`;
  return new Problem(429, 'TOO_MANY_REQUESTS', detail, { retryAfterSeconds });
}

/** Counts in PostgreSQL, in one atomic statement, under keyed hashes: no phone and no address lies in the table. */
export function createLimits(options: LimitsOptions): Limits {
  const limiters = new Map<LimitName, { rule: LimitRule; limiter: RateLimiterPostgres }>();
  for (const name of Object.keys(limitRules) as LimitName[]) {
    const rule = options.rules?.[name] ?? limitRules[name];
    const limiter = new RateLimiterPostgres({
      storeClient: options.pool,
      storeType: 'pool',
      schemaName: 'bff',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points: rule.takes,
      duration: rule.windowSeconds,
      // One limiter sweeps for all; they share the table.
      clearExpiredByTimeout: limiters.size === 0,
    });
    limiters.set(name, { rule, limiter });
  }
  const keyOf = (name: LimitName, subject: string) =>
    createHmac('sha256', options.hmacKey).update(`${name}:${subject}`, 'utf8').digest('base64url');
  const known = (name: LimitName) => {
    const found = limiters.get(name);
    if (!found) throw new Error(`no limit is called ${name}`);
    return found;
  };
  return {
    async take(name, subject) {
      const { rule, limiter } = known(name);
      try {
        await limiter.consume(keyOf(name, subject), 1);
      } catch (refused) {
        if (refused instanceof RateLimiterRes) throw tooMany(rule, refused.msBeforeNext);
        throw refused;
      }
    },
    async giveBack(name, subject) {
      await known(name).limiter.reward(keyOf(name, subject), 1);
    },
  };
}

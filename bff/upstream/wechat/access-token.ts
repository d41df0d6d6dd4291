import { UpstreamContractBroken } from '../../http/upstream-errors';
import { tokenAnswer } from './contract';
import { failureOfErrcode } from './errcodes';
import type { WechatExchange } from './exchange';

/** A token is replaced this long before it ends, so that none runs out on the way. */
const MARGIN_SECONDS = 300;

export interface AccessTokenSource {
  get(): Promise<string>;
  /** After WeChat refused this one. */
  forget(token: string): void;
}

/** WeChat limits how often a token may be fetched and lives with one for two hours: it is kept, and fetched by one caller for all. */
export function createAccessTokenSource(
  exchange: WechatExchange,
  credentials: { appId: string; appSecret: string },
): AccessTokenSource {
  let kept: { token: string; untilMs: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function fetchToken(): Promise<string> {
    const { appId, appSecret } = credentials;
    const query = { grant_type: 'client_credential', appid: appId, secret: appSecret };
    const answer = await exchange.send({ path: '/cgi-bin/token', query, answer: tokenAnswer });
    if (answer.errcode) throw failureOfErrcode(answer.errcode);
    if (!answer.access_token) throw new UpstreamContractBroken('wechat', '/cgi-bin/token');
    const lifeSeconds = Math.max(60, (answer.expires_in ?? 7200) - MARGIN_SECONDS);
    kept = { token: answer.access_token, untilMs: Date.now() + lifeSeconds * 1000 };
    return answer.access_token;
  }

  return {
    get() {
      if (kept && kept.untilMs > Date.now()) return Promise.resolve(kept.token);
      fetching ??= fetchToken().finally(() => (fetching = undefined));
      return fetching;
    },
    forget(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}

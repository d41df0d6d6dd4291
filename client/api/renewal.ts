import * as z from 'zod/mini';
import { ApiError, type Failure } from './failures';
import { failureOfAnswer, jsonOf } from './problem';
import { hasSession, loseSession, refreshTokenInHand, startSession, usableAccessToken } from './session';
import { clientHeaders, send } from './transport';
import type { WireOutcome } from './wire';

const tokensSchema = z.object({
  accessToken: z.string(),
  accessTokenExpiresAt: z.string(),
  refreshToken: z.optional(z.string()),
  account: z.optional(
    z.object({
      id: z.string(),
      phoneMasked: z.nullable(z.string()),
      mergedFrom: z.optional(z.array(z.string())),
    }),
  ),
});

const RENEWAL_TIMEOUT_MS = 10_000;

let running: Promise<string> | undefined;

function failureOfRenewal(outcome: WireOutcome): Failure {
  if (outcome.kind === 'answer') return failureOfAnswer(outcome, false);
  return { kind: outcome.kind === 'unsent' ? 'offline' : 'away' };
}

async function renew(): Promise<string> {
  const refreshToken = refreshTokenInHand();
  const outcome = await send({
    method: 'POST',
    url: `${API_BASE}/auth/tokens`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...clientHeaders },
    body: JSON.stringify(refreshToken === undefined ? {} : { refreshToken }),
    timeoutMs: RENEWAL_TIMEOUT_MS,
  });
  if (outcome.kind === 'answer' && outcome.status < 300) {
    const tokens = z.safeParse(tokensSchema, jsonOf(outcome.text));
    if (!tokens.success) throw new ApiError({ kind: 'contract', path: '/auth/tokens' });
    startSession({ refreshToken, ...tokens.data });
    return tokens.data.accessToken;
  }
  const failure = failureOfRenewal(outcome);
  // A refusal ends the session; a lost connection does not, the predecessor token stays good for a while.
  if (failure.kind === 'sessionGone' || (failure.kind === 'refused' && failure.status < 429)) {
    loseSession();
    throw new ApiError({ kind: 'sessionGone' });
  }
  throw new ApiError(failure);
}

/** However many requests need a new token at once, one renewal serves them all: a rotated token used twice would end the session. */
export function renewOnce(): Promise<string> {
  running ??= renew().finally(() => {
    running = undefined;
  });
  return running;
}

/** The token to send with the next request; undefined for a visitor who has not logged in. */
export async function accessToken(): Promise<string | undefined> {
  const usable = usableAccessToken();
  if (usable !== undefined) return usable;
  return hasSession() ? renewOnce() : undefined;
}

/** At the launch, while the page's script is still on its way: the first request then finds a token. What goes wrong is told to whoever asks. */
export function beginSession(): void {
  void accessToken().catch(() => undefined);
}

import type { Answer } from '../../http/route';
import type { RefreshCookie } from '../../http/sessions/refresh-cookie';
import type { SessionClient } from '../../http/sessions/session-store';
import type { StartedSession } from './member-sessions';

/** The web build's refresh token goes into a cookie no script can read; every other client keeps its own. */
export function sessionAnswer(
  { session, refreshToken }: StartedSession,
  to: { client: SessionClient; cookie: RefreshCookie },
): Answer {
  return to.client === 'web'
    ? { status: 201, body: session, headers: to.cookie.set(refreshToken) }
    : { status: 201, body: { ...session, refreshToken } };
}

import type { Request } from 'express';
import { Problem } from '../problem';
import type { SessionClient } from './session-store';

const NAME = 'refresh';
const PATH = '/api/v1/auth';

export interface RefreshCookie {
  clientOf(request: Request): SessionClient;
  /** The header that gives a browser its token; scripts never see it. */
  set(token: string): Record<string, string>;
  clear(): Record<string, string>;
  read(request: Request): string | undefined;
  /** A browser says where a request comes from; from elsewhere the cookie counts for nothing. */
  checkOrigin(request: Request): void;
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  return value && /^[\w-]{20,512}$/.test(value) ? value : undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** @param origin where a browser finds this server; a page served by this very host is at home, too */
export function createRefreshCookie(options: { origin: string; lifetimeDays: number }): RefreshCookie {
  const secure = options.origin.startsWith('https:') ? '; Secure' : '';
  const attributes = `Path=${PATH}; HttpOnly; SameSite=Strict${secure}`;
  const maxAgeSeconds = options.lifetimeDays * 86_400;
  return {
    clientOf: (request) => (request.headers['x-client'] === 'web' ? 'web' : 'app'),
    set: (token) => ({ 'Set-Cookie': `${NAME}=${token}; Max-Age=${String(maxAgeSeconds)}; ${attributes}` }),
    clear: () => ({ 'Set-Cookie': `${NAME}=; Max-Age=0; ${attributes}` }),
    read: (request) => cookieValue(request.headers.cookie, NAME),
    checkOrigin(request) {
      const { origin, host } = request.headers;
      const home = origin === options.origin || (origin !== undefined && hostOf(origin) === host);
      if (!home) throw new Problem(403, 'ORIGIN_REFUSED', '这个页面不能使用您的登录，请从官方页面进入');
    },
  };
}

import type { Request } from 'express';
import type { AccessRules, AccountCaller } from '../access';
import { Problem, notFound } from '../problem';
import { noteAccount } from '../request-frame';
import {
  counterActor,
  memberActor,
  operatorActor,
  type MemberClaims,
  type OperatorClaims,
} from './session-claims';
import type { TokenCheck } from './token-cache';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

const signInAgain = () => new Problem(401, 'SIGN_IN_REQUIRED', '登录已失效，请重新登录；没提交的内容还在');

export function createAccessRules(tokens: TokenCheck): AccessRules {
  function bearerOf(request: Request): string {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw signInAgain();
    return token;
  }

  function memberClaims(request: Request): MemberClaims {
    const claims = tokens.check(bearerOf(request), 'member');
    if (claims?.audience !== 'member') throw signInAgain();
    noteAccount(claims.accountId);
    return claims;
  }

  function operatorClaims(request: Request): OperatorClaims {
    const claims = tokens.check(bearerOf(request), 'operator');
    if (claims?.audience !== 'operator') throw signInAgain();
    noteAccount(claims.operatorId);
    return claims;
  }

  function accountCaller(claims: MemberClaims): AccountCaller {
    const { accountId, sessionId, phoneless } = claims;
    return { accountId, sessionId, phoneless, actor: memberActor(claims) };
  }

  return {
    open: { name: 'public', description: 'Nobody needs to be signed in.', authorise: () => undefined },
    account: {
      name: 'account',
      description: 'A signed-in account, also one that came by WeChat alone.',
      authorise: (request) => accountCaller(memberClaims(request)),
    },
    member: {
      name: 'member',
      description: 'A signed-in account with a proven phone; otherwise 403 PHONE_REQUIRED.',
      authorise(request) {
        const caller = accountCaller(memberClaims(request));
        if (caller.phoneless) throw new Problem(403, 'PHONE_REQUIRED', '请先绑定手机号，再继续');
        return caller;
      },
    },
    counter: {
      name: 'counter',
      description: 'A clerk or owner of a merchant; for anybody else the counter does not exist (404).',
      authorise(request) {
        const claims = memberClaims(request);
        if (!claims.counter) throw notFound();
        return { ...accountCaller(claims), counterActor: counterActor(claims, claims.counter) };
      },
    },
    operator: {
      name: 'operator',
      description: "An operator with the operators' own token.",
      authorise(request) {
        const claims = operatorClaims(request);
        return {
          operatorId: claims.operatorId,
          name: claims.name,
          sessionId: claims.sessionId,
          actor: operatorActor(claims),
        };
      },
    },
  };
}

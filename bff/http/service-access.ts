import type { KeyObject } from 'node:crypto';
import { Problem } from './problem';
import type { AccessRule } from './route';
import { verifyServiceToken, type Actor } from './service-token';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Who may call a route of a system of record: a service that holds the shared key, on behalf of one of these roles.
 * @throws Problem 401 SERVICE_CREDENTIAL_INVALID, 403 ACTOR_NOT_ALLOWED; to the calling server both are its own fault
 */
export function serviceAccess(
  serviceKey: KeyObject,
  audience: string,
  roles: Actor['role'][],
): AccessRule<Actor> {
  return {
    name: `service (${roles.join(', ')})`,
    description: `Service token for ${audience} with a signed actor whose role is one of: ${roles.join(', ')}.`,
    authorise(request) {
      const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
      const actor = verifyServiceToken(serviceKey, { token, audience });
      if (!roles.includes(actor.role)) {
        throw new Problem(403, 'ACTOR_NOT_ALLOWED', '这个角色不能做这件事');
      }
      return actor;
    },
  };
}

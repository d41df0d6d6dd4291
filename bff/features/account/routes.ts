import type { AnyRoute } from '../../http/route';
import { authRoutes, type AuthDeps } from './auth-routes';
import { meRoutes, type MeDeps } from './me-routes';

export function accountRoutes(deps: AuthDeps & MeDeps): AnyRoute[] {
  return [...authRoutes(deps), ...meRoutes(deps)];
}

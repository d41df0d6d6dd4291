import type { AnyRoute } from '../../http/route';
import { authRoutes, type AuthDeps } from './auth-routes';
import { meRoutes, type MeDeps } from './me-routes';
import { privacyRoutes, type PrivacyDeps } from './privacy-routes';

export function accountRoutes(deps: AuthDeps & MeDeps & PrivacyDeps): AnyRoute[] {
  return [...authRoutes(deps), ...meRoutes(deps), ...privacyRoutes(deps)];
}

import type { SystemName } from '../system-names';
import type { SystemDefinition } from './system';

/** Loaded only when needed: a start that talks to a real core never reads the embedded one's code. */
type Load = () => Promise<SystemDefinition>;

export const systemLoaders: Record<SystemName, Load> = {
  core: async () => (await import('./core/definition')).coreSystem,
  club: async () => (await import('./club/definition')).clubSystem,
  violations: async () => (await import('./violations/definition')).violationsSystem,
  identity: async () => (await import('./identity/definition')).identitySystem,
  sms: async () => (await import('./sms/definition')).smsSystem,
  wechat: async () => (await import('./wechat/definition')).wechatSystem,
};

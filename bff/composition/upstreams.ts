import { createUpstream } from '../http/create-upstream';
import type { SystemName } from '../system-names';
import { createBenefits } from '../upstream/club/benefits';
import { createCounter } from '../upstream/club/counter';
import { createEarning } from '../upstream/club/earning';
import { createMall } from '../upstream/club/mall';
import { createMembers } from '../upstream/club/members';
import { createOperations } from '../upstream/club/operations';
import { createReferrals } from '../upstream/club/referrals';
import { createReports } from '../upstream/club/reports';
import { createTransfers } from '../upstream/club/transfers';
import { createVehicles } from '../upstream/club/vehicles';
import { createWorkspace } from '../upstream/club/workspace';
import { createCore } from '../upstream/core/client';
import { createIdentity } from '../upstream/identity/client';
import { createSms } from '../upstream/sms/client';
import { createViolationsSource } from '../upstream/violations/client';
import { createWechat } from '../upstream/wechat/client';
import type { ComposeOptions } from './options';

/** One client for each system of record and gateway; each knows its system's address and deadline. */
export function openUpstreams({ config, keys, systems }: ComposeOptions) {
  const connect = (name: SystemName) =>
    createUpstream({
      name,
      baseUrl: systems[name],
      serviceKey: keys.serviceKey,
      readDeadlineMs: config.deadlines.readMs,
      writeDeadlineMs: config.deadlines.writeMs,
    });
  const [core, club, violations, identity, sms] = (
    ['core', 'club', 'violations', 'identity', 'sms'] as const
  ).map(connect);
  if (!core || !club || !violations || !identity || !sms) throw new Error('a system has no client');
  const wechat = createWechat({
    baseUrl: systems.wechat,
    ...config.wechat,
    deadlineMs: config.deadlines.readMs,
  });
  return {
    core: createCore(core),
    members: createMembers(club),
    benefits: createBenefits(club),
    counter: createCounter(club),
    workspace: createWorkspace(club),
    reports: createReports(club),
    referrals: createReferrals(club),
    operations: createOperations(club),
    earning: createEarning(club),
    mall: createMall(club),
    transfers: createTransfers(club),
    vehicles: createVehicles(club),
    source: createViolationsSource(violations),
    identity: createIdentity(identity),
    sms: createSms(sms),
    wechat,
    close: () => Promise.all([core, club, violations, identity, sms, wechat].map((system) => system.close())),
  };
}

export type Upstreams = ReturnType<typeof openUpstreams>;

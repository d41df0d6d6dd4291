import { API_BASE } from '../app';
import { accountRoutes } from '../features/account/routes';
import { reviewOf } from '../features/account/account-view';
import { createMemberSessions } from '../features/account/member-sessions';
import { createStepUp } from '../features/account/step-up';
import { insurerHotlinesOf } from '../features/claims/insurer-hotlines';
import { queuedSummary } from '../features/claims/queued-claim';
import { claimsRoutes } from '../features/claims/routes';
import { surveyorRoutes } from '../features/claims/surveyor-routes';
import { giftsRoutes } from '../features/gifts/routes';
import { homeRoutes } from '../features/home/routes';
import { mallRoutes } from '../features/mall/routes';
import { merchantRoutes } from '../features/merchant/routes';
import { opsRoutes } from '../features/ops/routes';
import { pointsRoutes } from '../features/points/routes';
import { policiesRoutes } from '../features/policies/routes';
import { noticingPolicies } from '../features/policies/policy-awards';
import { policyServiceRoutes } from '../features/policies/service-routes';
import { referralRoutes } from '../features/referral/routes';
import { servicesRoutes } from '../features/services/routes';
import { storesRoutes } from '../features/stores/routes';
import { transfersRoutes } from '../features/transfers/routes';
import { vehiclesRoutes } from '../features/vehicles/routes';
import { createViolationsConsent } from '../features/vehicles/violations-consent';
import { vouchersRoutes } from '../features/vouchers/routes';
import type { AnyRoute } from '../http/route';
import { createSmsSignIn } from '../one-time-codes/sms-sign-in';
import { createPhotoAddressing } from '../photos/photo-address';
import type { ComposeOptions } from './options';
import { uploadFolderOf, type Stores } from './stores';
import type { Upstreams } from './upstreams';

const RESEND_AFTER_SECONDS = { demo: 12, otherwise: 60 };
function accountOnes({ config, pool }: ComposeOptions, upstreams: Upstreams, stores: Stores): AnyRoute[] {
  const { codes, limits, sessionStore, knownMember, moved, tokens } = stores;
  const resendAfterSeconds = RESEND_AFTER_SECONDS[config.demo ? 'demo' : 'otherwise'];
  const smsSignIn = createSmsSignIn({ codes, limits, sms: upstreams.sms, resendAfterSeconds });
  const sessions = createMemberSessions({ store: sessionStore, tokens, knownMember, moved });
  const parts = { ...upstreams, ...stores, smsSignIn, sessions };
  const account = accountRoutes({
    ...parts,
    signIn: parts,
    identity: parts,
    numbersMerge: parts,
    stepUp: createStepUp(parts),
    exportSources: { ...parts, pool },
    leaving: parts,
    templates: config.wechat.templates,
    brand: config.brand,
  });
  return config.demo ? [...account, ...opsRoutes({ ...parts, store: sessionStore })] : account;
}

function memberOnes(options: ComposeOptions, upstreams: Upstreams, stores: Stores): AnyRoute[] {
  const { config, keys, pool } = options;
  const { members } = upstreams;
  const core = noticingPolicies(upstreams.core, stores.followUps);
  const parts = { ...upstreams, ...stores, core };
  return [
    ...homeRoutes({
      ...parts,
      queuedClaims: async (accountId) =>
        (await stores.queued.waiting(accountId)).map((one) => queuedSummary(one, config.brand)),
      account: (by) => stores.knownMember.readAccount(by),
      latestReview: async (by) => {
        const review = await members.latestReview(by);
        return review && reviewOf(review);
      },
    }),
    ...policiesRoutes(parts),
    ...policyServiceRoutes(parts),
    ...claimsRoutes({
      ...parts,
      brand: config.brand,
      origin: config.origin,
      insurerHotlines: insurerHotlinesOf(config),
      addressing: createPhotoAddressing(keys.derive('photo-url'), { basePath: API_BASE }),
      uploadFolder: uploadFolderOf(config),
    }),
    ...(config.demo ? surveyorRoutes(parts) : []),
    ...vehiclesRoutes({ ...parts, consent: createViolationsConsent(pool) }),
    ...giftsRoutes(parts),
    ...vouchersRoutes(parts),
    ...transfersRoutes(parts),
    ...pointsRoutes(parts),
    ...referralRoutes(parts),
    ...mallRoutes(parts),
    ...servicesRoutes(parts),
    ...storesRoutes(parts),
    ...merchantRoutes(parts),
  ];
}

/** Everything there is to ask for; in demo mode also what only a demonstration has. */
export const routesOf = (options: ComposeOptions, upstreams: Upstreams, stores: Stores): AnyRoute[] => [
  ...accountOnes(options, upstreams, stores),
  ...memberOnes(options, upstreams, stores),
];

import path from 'node:path';
import type { Express } from 'express';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { API_BASE, createApp } from './app';
import type { Config } from './config';
import type { Keys } from './crypto/keys';
import { accountRoutes } from './features/account/routes';
import { reviewOf } from './features/account/account-view';
import { createAccessRecords } from './features/account/access-records';
import { createAccountDeletions } from './features/account/account-deletions';
import { createDeletionRuns } from './features/account/carry-out-deletions';
import { createConsentRecords } from './features/account/consent-records';
import { createDataExports } from './features/account/data-exports';
import { createKnownMember } from './features/account/known-member';
import { createMemberSessions } from './features/account/member-sessions';
import { mergeAccounts } from './features/account/merge-accounts';
import { createMergeTelling } from './features/account/tell-merges';
import { createStepUp } from './features/account/step-up';
import { createClaimNotices } from './features/claims/claim-notices';
import { createPhotoLinks } from './features/claims/photo-links';
import { createReportDelivery } from './features/claims/deliver-reports';
import { insurerHotlinesOf } from './features/claims/insurer-hotlines';
import { queuedSummary } from './features/claims/queued-claim';
import { createQueuedReports } from './features/claims/queued-reports';
import { claimsRoutes } from './features/claims/routes';
import { surveyorRoutes } from './features/claims/surveyor-routes';
import { giftsRoutes } from './features/gifts/routes';
import { homeRoutes } from './features/home/routes';
import { mallRoutes } from './features/mall/routes';
import { merchantRoutes } from './features/merchant/routes';
import { opsRoutes } from './features/ops/routes';
import { pointsRoutes } from './features/points/routes';
import { policiesRoutes } from './features/policies/routes';
import { noticingPolicies } from './features/policies/policy-awards';
import { policyServiceRoutes } from './features/policies/service-routes';
import { servicesRoutes } from './features/services/routes';
import { storesRoutes } from './features/stores/routes';
import { transfersRoutes } from './features/transfers/routes';
import { vehiclesRoutes } from './features/vehicles/routes';
import { createViolationsConsent } from './features/vehicles/violations-consent';
import { vouchersRoutes } from './features/vouchers/routes';
import { createFollowUpStore } from './follow-ups/follow-up-store';
import { createFollowUps } from './follow-ups/follow-ups';
import { createUpstream } from './http/create-upstream';
import { createReadiness } from './http/health';
import { createRecordedWrites } from './http/idempotency';
import { createLimits } from './http/limits';
import type { AnyRoute } from './http/route';
import { createAccessRules } from './http/sessions/access-rules';
import { createAccessTokens } from './http/sessions/access-tokens';
import { createRefreshCookie } from './http/sessions/refresh-cookie';
import { createRevocations } from './http/sessions/revocations';
import { createSessionStore } from './http/sessions/session-store';
import { createTokenCheck } from './http/sessions/token-cache';
import { createLastKnown } from './last-known/last-known';
import { createAcceptances } from './member-messages/acceptances';
import { pushMessage } from './member-messages/push-message';
import { createCodeStore } from './one-time-codes/code-store';
import { createSmsSignIn } from './one-time-codes/sms-sign-in';
import { createClaimPhotos } from './photos/claim-photos';
import { createPhotoFinishing } from './photos/finish-photos';
import { openPhotoStore, type OpenStore } from './photos/open-store';
import { createPhotoAddressing } from './photos/photo-address';
import { createPhotoUploads } from './photos/photo-uploads';
import { createPictureQueue } from './photos/picture-queue';
import { createSweeping } from './sweeping';
import type { SystemName } from './system-names';
import { createBenefits } from './upstream/club/benefits';
import { createCounter } from './upstream/club/counter';
import { createEarning } from './upstream/club/earning';
import { createMall } from './upstream/club/mall';
import { createMembers } from './upstream/club/members';
import { createOperations } from './upstream/club/operations';
import { createReports } from './upstream/club/reports';
import { createTransfers } from './upstream/club/transfers';
import { createVehicles } from './upstream/club/vehicles';
import { createWorkspace } from './upstream/club/workspace';
import { createCore } from './upstream/core/client';
import { createIdentity } from './upstream/identity/client';
import { createSms } from './upstream/sms/client';
import { createViolationsSource } from './upstream/violations/client';
import { createWechat } from './upstream/wechat/client';

export interface ComposeOptions {
  config: Config;
  keys: Keys;
  /** Of the schema `bff`, which is migrated. */
  pool: Pool;
  /** Where each system of record is found. */
  systems: Record<SystemName, string>;
  log: Logger;
  webRoot?: string;
}

export interface Composition {
  app: Express;
  ready(): Promise<boolean>;
  /** From now on `/health/ready` says no. */
  beginStopping(): void;
  /** After the last request: ends jobs and connections to the systems. */
  stop(): Promise<void>;
}

const RESEND_AFTER_SECONDS = { demo: 12, otherwise: 60 };
/** Whoever tries the product signs in as ten people from one address within minutes. */
const demoLimits = {
  smsPerPhoneMinute: { takes: 5, windowSeconds: 60, detail: '验证码刚刚发过' },
  smsPerPhoneDay: { takes: 200, windowSeconds: 86_400, detail: '这个号码今天收到的验证码太多了' },
  smsPerAddressHour: { takes: 600, windowSeconds: 3600, detail: '这个网络发送验证码太频繁了' },
};

function openUpstreams({ config, keys, systems }: ComposeOptions) {
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

type Upstreams = ReturnType<typeof openUpstreams>;

const uploadFolderOf = (config: Config) => path.join(config.dataDir, 'uploads');

/** What the server itself owns: sessions, codes, consents, last-known answers, photos, its outbox. */
function openStores(
  { config, keys, pool, log }: ComposeOptions,
  { core, sms, earning, members, wechat }: Upstreams,
  { store }: OpenStore,
) {
  const { cipher } = keys;
  const lifetimeSeconds = config.tokens.accessTokenSeconds;
  const revocations = createRevocations({ pool, log, lifetimeSeconds });
  const tokens = createAccessTokens(keys.tokens, { lifetimeSeconds });
  const refreshTokenDays = config.tokens.refreshTokenDays;
  const lastKnown = createLastKnown({ pool, cipher, log });
  const photos = createClaimPhotos({ pool, cipher, store });
  const pictures = createPictureQueue();
  const folder = uploadFolderOf(config);
  const sessionStore = createSessionStore({ pool, revocations, refreshTokenDays });
  const consents = createConsentRecords(pool);
  const accessRecords = createAccessRecords({ pool, cipher });
  const knownMember = createKnownMember({ members, lastKnown });
  const acceptances = createAcceptances({ pool, cipher });
  const merging = { pool, consents, accessRecords, sessionStore, knownMember, core };
  const links = createPhotoLinks({ pool, cipher });
  return {
    revocations,
    tokens,
    sessionStore,
    access: createAccessRules(createTokenCheck(tokens, revocations)),
    cookie: createRefreshCookie({ origin: config.origin, lifetimeDays: refreshTokenDays }),
    codes: createCodeStore({ pool, cipher, codeKey: keys.derive('sms-code') }),
    limits: createLimits({
      pool,
      hmacKey: keys.derive('limits'),
      rules: config.demo ? demoLimits : undefined,
    }),
    recorded: createRecordedWrites({ pool, hmacKey: keys.derive('idempotency'), cipher }),
    consents,
    acceptances,
    accessRecords,
    exports: createDataExports({ pool, cipher }),
    deletions: createAccountDeletions(pool),
    followUps: createFollowUps({
      store: createFollowUpStore({ pool, cipher }),
      core,
      sms,
      earning,
      pushMessage: (push) => pushMessage({ acceptances, wechat, log }, push),
      mergeAccounts: (merged) => mergeAccounts(merging, merged),
      log,
    }),
    lastKnown,
    knownMember,
    photos,
    pictures,
    photoLinks: links,
    uploads: createPhotoUploads({ pool, cipher, store, photos, pictures, links, folder, log }),
    finishing: createPhotoFinishing({ pool, core, photos, log }),
    queued: createQueuedReports({ pool, cipher, hmacKey: keys.derive('queued-reports') }),
  };
}

type Stores = ReturnType<typeof openStores>;

function accountOnes({ config, pool }: ComposeOptions, upstreams: Upstreams, stores: Stores): AnyRoute[] {
  const { codes, limits, sessionStore, knownMember, tokens } = stores;
  const resendAfterSeconds = RESEND_AFTER_SECONDS[config.demo ? 'demo' : 'otherwise'];
  const smsSignIn = createSmsSignIn({ codes, limits, sms: upstreams.sms, resendAfterSeconds });
  const sessions = createMemberSessions({ store: sessionStore, tokens, knownMember });
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
    ...mallRoutes(parts),
    ...servicesRoutes(parts),
    ...storesRoutes(parts),
    ...merchantRoutes(parts),
  ];
}

/** The one place where things are built and handed down; everything else takes what it needs as an argument. */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const { config, pool, log, webRoot } = options;
  const upstreams = openUpstreams(options);
  const photoStore = await openPhotoStore({ ...config.photoStorage, dataDir: config.dataDir }, log);
  const stores = openStores(options, upstreams, photoStore);
  const readiness = createReadiness(pool);
  const deletionRuns = createDeletionRuns({ ...upstreams, ...stores, pool, log });
  const sweeping = createSweeping({ ...stores, uploadFolder: uploadFolderOf(config), log });
  const app = createApp({
    config,
    log,
    pool,
    readiness,
    routes: [...accountOnes(options, upstreams, stores), ...memberOnes(options, upstreams, stores)],
    demo: config.demo
      ? { ...upstreams, brand: config.brand, paceSeconds: config.claimPaceSeconds }
      : undefined,
    webRoot,
  });
  await stores.revocations.start();
  const delivery = createReportDelivery({ queued: stores.queued, core: upstreams.core, log });
  const notices = createClaimNotices({ core: upstreams.core, followUps: stores.followUps, log });
  const mergeTelling = createMergeTelling({ members: upstreams.members, followUps: stores.followUps, log });
  stores.followUps.run();
  mergeTelling.start();
  delivery.start();
  notices.start();
  deletionRuns.run();
  stores.finishing.start();
  sweeping.start();
  return {
    app,
    ready: () => readiness.isReady(),
    beginStopping: () => readiness.beginStopping(),
    async stop() {
      stores.revocations.stop();
      sweeping.stop();
      await Promise.all([delivery.stop(), notices.stop(), mergeTelling.stop()]);
      await Promise.all([stores.followUps.stop(), deletionRuns.stop(), stores.finishing.stop()]);
      await stores.lastKnown.stop();
      await upstreams.close();
      photoStore.close();
    },
  };
}

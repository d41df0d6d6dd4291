import path from 'node:path';
import type { Config } from '../config';
import { createAccessRecords } from '../features/account/access-records';
import { createAccountDeletions } from '../features/account/account-deletions';
import { createConsentRecords } from '../features/account/consent-records';
import { createDataExports } from '../features/account/data-exports';
import { createKnownMember } from '../features/account/known-member';
import { mergeAccounts } from '../features/account/merge-accounts';
import { createMovedAccounts } from '../features/account/moved-accounts';
import { createBegunReports } from '../features/claims/begun-reports';
import { createPhotoLinks } from '../features/claims/photo-links';
import { createQueuedReports } from '../features/claims/queued-reports';
import { createFollowUpStore } from '../follow-ups/follow-up-store';
import { createFollowUps } from '../follow-ups/follow-ups';
import { createRecordedWrites } from '../http/idempotency';
import { createLimits } from '../http/limits';
import { createAccessRules } from '../http/sessions/access-rules';
import { createAccessTokens } from '../http/sessions/access-tokens';
import { createRefreshCookie } from '../http/sessions/refresh-cookie';
import { createRevocations } from '../http/sessions/revocations';
import { createSessionStore } from '../http/sessions/session-store';
import { createTokenCheck } from '../http/sessions/token-cache';
import { createLastKnown } from '../last-known/last-known';
import { createAcceptances } from '../member-messages/acceptances';
import { pushMessage } from '../member-messages/push-message';
import { createCodeStore } from '../one-time-codes/code-store';
import { createClaimPhotos } from '../photos/claim-photos';
import { createPhotoFinishing } from '../photos/finish-photos';
import { type OpenStore } from '../photos/open-store';
import { createPhotoUploads } from '../photos/photo-uploads';
import { createPictureQueue } from '../photos/picture-queue';
import type { ComposeOptions } from './options';
import type { Upstreams } from './upstreams';

/** Whoever tries the product signs in as ten people from one address within minutes. */
const demoLimits = {
  smsPerPhoneMinute: { takes: 5, windowSeconds: 60, detail: '验证码刚刚发过' },
  smsPerPhoneDay: { takes: 200, windowSeconds: 86_400, detail: '这个号码今天收到的验证码太多了' },
  smsPerAddressHour: { takes: 600, windowSeconds: 3600, detail: '这个网络发送验证码太频繁了' },
};

/** Where an upload lies until it was looked at. */
export const uploadFolderOf = (config: Config) => path.join(config.dataDir, 'uploads');

/** What the server itself owns: sessions, codes, consents, last-known answers, photos, its outbox. */
export function openStores(
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
  const moved = createMovedAccounts(pool);
  const knownMember = createKnownMember({ members, lastKnown, moved });
  const acceptances = createAcceptances({ pool, cipher });
  const merging = { pool, consents, accessRecords, sessionStore, knownMember, core, moved, members };
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
    moved,
    photos,
    pictures,
    photoLinks: links,
    uploads: createPhotoUploads({ pool, cipher, store, photos, pictures, links, folder, log }),
    finishing: createPhotoFinishing({ pool, core, photos, log }),
    begunReports: createBegunReports(pool),
    queued: createQueuedReports({ pool, cipher, hmacKey: keys.derive('queued-reports') }),
  };
}

export type Stores = ReturnType<typeof openStores>;

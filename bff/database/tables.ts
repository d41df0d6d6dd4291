/** Everything in the schema `bff`; migrations are generated from here. */
export { bff } from './tables/schema';
export { accessRecords } from './tables/access-records';
export { accountDeletions, dataExports } from './tables/privacy-requests';
export * from './tables/begun-reports';
export { consents } from './tables/consents';
export { followUps } from './tables/follow-ups';
export { idempotencyRecords, rateLimits } from './tables/idempotency';
export * from './tables/last-known';
export * from './tables/message-acceptances';
export * from './tables/moved-accounts';
export * from './tables/photo-links';
export * from './tables/photo-uploads';
export * from './tables/photos';
export * from './tables/queued-reports';
export { refreshTokens, sessions } from './tables/sessions';
export { smsCodes } from './tables/sms-codes';

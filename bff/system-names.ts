/** The systems of record and gateways, in the order in which they start and are seeded. */
export const systemNames = ['core', 'identity', 'wechat', 'sms', 'violations', 'club'] as const;

export type SystemName = (typeof systemNames)[number];

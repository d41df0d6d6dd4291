import type { ConsentPurpose } from '../../../../bff/features/account/contract';

/** A person and their session, in the shape of the contract. */
export const account = (over: object = {}) => ({
  id: 'mem_1',
  phoneMasked: '138****0001',
  nameMasked: '张*',
  identityVerified: true,
  level: 'senior',
  roles: ['member'],
  stores: [],
  preferences: { theme: 'light', elder: false },
  ...over,
});

export const session = (over: object = {}) => ({
  accessToken: 'access-token',
  accessTokenExpiresAt: new Date(Date.now() + 600_000).toISOString(),
  account: account(over),
});

export const consent = (purpose: ConsentPurpose, granted: boolean, minutesAgo: number) => ({
  id: `${purpose}-${minutesAgo}`,
  purpose,
  documentVersion: '2026-11-01',
  granted,
  at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
});

const asOf = new Date().toISOString();

export const home = (over: object = {}) => ({
  account: account(),
  openClaims: { value: [], asOf },
  nextDue: { value: [], asOf },
  gifts: { value: [], asOf },
  vouchers: { value: { active: 3, first: [] }, asOf },
  points: { value: { balance: 3260 }, asOf },
  cover: { value: { plates: ['鲁A7K315'] }, asOf },
  notices: [],
  ...over,
});

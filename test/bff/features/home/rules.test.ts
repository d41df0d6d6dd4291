import {
  dueGifts,
  duePoints,
  duePolicies,
  dueVouchers,
  soonestFirst,
} from '../../../../bff/features/home/due-items';
import { homeNotices } from '../../../../bff/features/home/notices';
import { combinedPart, partOf } from '../../../../bff/features/home/parts';
import type { PolicySummary } from '../../../../bff/features/policies/contract';
import type { VoucherSummary } from '../../../../bff/features/vouchers/contract';

const now = new Date('2026-11-22T16:30:00+08:00');

function policy(changes: Partial<PolicySummary>): PolicySummary {
  return {
    id: 'p1',
    policyNo: 'DEMO-1',
    myRoles: ['policyholder'],
    product: 'commercial',
    productName: '商业险',
    status: 'active',
    startsAt: '2025-12-16T00:00:00+08:00',
    endsAt: '2026-12-16T00:00:00+08:00',
    vehicle: { plate: '鲁A7K315', model: '大众朗逸', newEnergy: false },
    premiumFen: 300_000,
    ...changes,
  };
}

describe('what is due next', () => {
  test('a policy in its last 30 days, with its last day and 24:00', () => {
    expect(duePolicies([policy({})], now)).toEqual([
      {
        kind: 'policyExpiry',
        title: '鲁A·7K315 商业险到期',
        detail: '保到 12月15日 24:00',
        dueAt: '2026-12-16T00:00:00+08:00',
        subjectId: 'p1',
      },
    ]);
  });

  test.each([
    ['more than 30 days away', policy({ endsAt: '2026-12-23T00:00:00+08:00' })],
    ['over', policy({ endsAt: '2026-11-22T00:00:00+08:00' })],
    ['cancelled', policy({ status: 'cancelled' })],
    ['not begun', policy({ status: 'pending' })],
  ])('a policy that is %s is not', (_why, one) => {
    expect(duePolicies([one], now)).toEqual([]);
  });

  test('a car that is insured again is not mentioned; another product or car does not count as that', () => {
    const next = policy({ id: 'p2', status: 'pending', endsAt: '2027-12-16T00:00:00+08:00' });
    expect(duePolicies([policy({}), next], now)).toEqual([]);
    const cancelled: PolicySummary = { ...next, status: 'cancelled' };
    expect(duePolicies([policy({}), cancelled], now)).toHaveLength(1);
    expect(duePolicies([policy({}), { ...next, product: 'compulsory' }], now)).toHaveLength(1);
    const otherCar = { ...next, vehicle: { ...next.vehicle, plate: '鲁AD52816' } };
    expect(duePolicies([policy({}), otherCar], now)).toHaveLength(1);
  });

  test('gifts not claimed, vouchers not used, points that lapse; soonest first', () => {
    const gift = {
      id: 'g1',
      title: '入冬关怀礼包',
      from: '示例财险',
      expiresAt: '2026-12-01T00:00:00+08:00',
      state: 'offered' as const,
      basis: 'courtesy' as const,
      contents: [],
    };
    const voucher = {
      id: 'v1',
      title: '普通洗车',
      state: 'active',
      usesLeft: 2,
      validUntil: '2026-11-25T00:00:00+08:00',
    } as VoucherSummary;
    const points = [
      { points: 420, at: '2026-12-10T00:00:00+08:00' },
      { points: 0, at: '2026-12-10T00:00:00+08:00' },
      { points: 9, at: '2027-06-01T00:00:00+08:00' },
    ];
    const all = soonestFirst([
      ...duePoints(points, now),
      ...dueGifts([gift, { ...gift, state: 'claimed' }], now),
      ...dueVouchers([voucher, { ...voucher, state: 'redeemed' }], now),
    ]);
    expect(all.map(({ title, detail }) => `${title}：${detail}`)).toEqual([
      '普通洗车快到期：11月24日前可用，还剩 2 次',
      '入冬关怀礼包还没领：11月30日 24:00 前领取',
      '420 积分快到期：12月9日 24:00 作废',
    ]);
  });
});

describe('parts of the page', () => {
  const fresh = { value: 1, asOf: '2026-11-22T16:30:00+08:00', stale: false };
  const old = { value: 2, asOf: '2026-11-22T14:30:00+08:00', stale: true };

  test('fresh, stale, or not available', () => {
    expect(partOf(fresh, String)).toEqual({ value: '1', asOf: fresh.asOf });
    expect(partOf(old, String)).toEqual({ value: '2', asOf: old.asOf, stale: true });
    expect(partOf(undefined, String)).toEqual({ value: null, unavailable: true });
  });

  test('a part of several systems is as old as its oldest and stale when one is missing', () => {
    expect(combinedPart([fresh, fresh], () => ['x'])).toEqual({ value: ['x'], asOf: fresh.asOf });
    expect(combinedPart([fresh, old], () => [])).toEqual({ value: [], asOf: old.asOf, stale: true });
    expect(combinedPart([fresh, undefined], () => [])).toEqual({ value: [], asOf: fresh.asOf, stale: true });
    expect(combinedPart([undefined, undefined], () => [])).toEqual({ value: null, unavailable: true });
  });
});

describe('notices', () => {
  const review = {
    id: 'r1',
    state: 'open' as const,
    submittedAt: '2026-11-22T10:00:00+08:00',
    dueAt: '2026-11-25T10:00:00+08:00',
    reason: null,
  };

  test('somebody not verified is told how; somebody waiting is told until when; nobody else is told anything', () => {
    expect(homeNotices({ identityVerified: false }, null, now)[0]).toMatchObject({
      kind: 'completeIdentity',
    });
    expect(homeNotices({ identityVerified: false }, review, now)[0]).toMatchObject({
      kind: 'identityReview',
      detail: expect.stringContaining('11月25日前给您答复'),
    });
    expect(homeNotices({ identityVerified: false }, { ...review, state: 'refused' }, now)[0]).toMatchObject({
      kind: 'completeIdentity',
    });
    expect(homeNotices({ identityVerified: true }, review, now)).toEqual([]);
  });
});

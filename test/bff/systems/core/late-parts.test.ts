import { withLateNotice, withLateReviews } from '../../../../bff/systems/core/claims/late-parts';
import { paper as paperSchema, type Paper } from '../../../../bff/upstream/core/contract/claim-parts';

const at = (clock: string) => `2026-11-20T${clock}:00+08:00`;
const lookingInto = { name: '孙强', role: '理赔主管', phone: null };
const seen = (clock: string) => ({ now: new Date(at(clock)), lookingInto });

const paper = (over: Partial<Paper>): Paper => ({
  id: 'paper_1',
  kind: 'repairInvoice',
  name: '修车发票',
  why: '按发票付款',
  whereToGet: '修理厂结账时开',
  state: 'received',
  reason: null,
  photoIds: [],
  round: 1,
  reviewDueAt: at('17:00'),
  updatedAt: at('09:00'),
  ...over,
});
const reviewed = (over: Partial<Paper>, clock: string, open = true) =>
  withLateReviews({ listedAt: null, items: [paper(over)], laterRequests: [] }, { ...seen(clock), open })
    .items[0];

describe('the review of a paper', () => {
  it('is in time until the very moment that was promised', () => {
    expect(reviewed({}, '17:00')?.late).toBeNull();
  });

  it('has an apology with the figure and somebody who finds out why from then on', () => {
    const shown = reviewed({}, '17:01');
    expect(shown?.late).toEqual({
      apology: '应在 17:00 前看完，到现在还没有。让您久等了，对不起。这不影响赔多少。',
      lookingInto,
    });
    expect(paperSchema.parse(shown)).toEqual(shown);
  });

  it.each(['accepted', 'rejected'] as const)('keeps the apology after it was %s late', (state) => {
    const shown = reviewed({ state, updatedAt: at('17:20') }, '18:00');
    expect(shown?.late?.apology).toBe(
      '应在 17:00 前看完，17:20 才看完。让您久等了，对不起。这不影响赔多少。',
    );
  });

  it('owes nothing for what was looked at in time, or is not here', () => {
    expect(reviewed({ state: 'accepted', updatedAt: at('16:00') }, '18:00')?.late).toBeNull();
    expect(reviewed({ state: 'wanted' }, '18:00')?.late).toBeNull();
    expect(reviewed({ state: 'onFile', reviewDueAt: null }, '18:00')?.late).toBeNull();
  });

  it('owes nothing for what lay unread when the claim ended, and still says what was read late', () => {
    expect(reviewed({}, '18:00', false)?.late).toBeNull();
    expect(reviewed({ state: 'rejected', updatedAt: at('17:20') }, '18:00', false)?.late).not.toBeNull();
  });
});

describe('the notice of a refusal', () => {
  const refusal = {
    decidedAt: at('08:00'),
    reasons: ['超过有效期'],
    noticeDueAt: at('17:00'),
    noticeAt: null,
    breached: false,
    whatYouCanDo: '可以要求再看一次。',
  };

  it('has its apology too once it is late', () => {
    expect(withLateNotice(refusal, seen('16:59'))?.late).toBeNull();
    expect(withLateNotice(refusal, seen('18:00'))?.late?.apology).toBe(
      '应在 17:00 前寄出，到现在还没有。让您久等了，对不起。这不影响您要求再看一次。',
    );
    expect(withLateNotice(null, seen('18:00'))).toBeNull();
  });
});

import { refusalOf, refusalOfReason } from '../../../../client/features/merchant/refusal';

const refused = (code: string, detail: string) => ({
  kind: 'refused' as const,
  status: 409,
  code,
  detail,
  errors: [],
});

describe('the clerk’s "no"', () => {
  it('says where and when a voucher was used, in the server’s words', () => {
    const refusal = refusalOf(refused('VOUCHER_ALREADY_REDEEMED', '这张券今天 14:05 已在本店用过'));
    expect(refusal.title).toBe('不能再用');
    expect(refusal.facts).toContain('14:05');
    expect(refusal.advice).toContain('没有扣券');
  });

  it('tells a lapsed screen from a lapsed voucher', () => {
    expect(refusalOf(refused('PRESENTATION_EXPIRED', '')).title).toBe('码过期了');
    expect(refusalOf(refused('VOUCHER_EXPIRED', '')).title).toBe('已过期');
  });

  it('shows no machine code for a code it does not know', () => {
    const refusal = refusalOf(refused('SOMETHING_NEW', ''));
    expect(Object.values(refusal).join('')).not.toMatch(/[A-Z]{3,}/);
  });

  it('promises for every way out that nothing was taken', () => {
    const failures = [
      refused('VOUCHER_NOT_FOUND', ''),
      { kind: 'offline' as const },
      { kind: 'away' as const },
      { kind: 'sessionGone' as const },
      { kind: 'ours' as const, requestId: 'r-1' },
    ];
    for (const failure of failures) expect(refusalOf(failure).advice).toContain('没有扣券');
    expect(refusalOfReason('revoked').advice).toContain('没有扣券');
  });
});

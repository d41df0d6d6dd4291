import { fireEvent, screen } from '@testing-library/react';
import { policyLook } from '@/features/policies/policy-status';
import PolicyPage from '@/features/policies/pages/detail';
import PolicyListPage from '@/features/policies/pages/list';
import { groupByVehicle } from '@/features/policies/vehicles';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { account } from '../account/account-fixtures';
import { electricCar, fuelCar, list } from '../claims/claim-fixtures';

const server = useScriptedServer();
const NOW = Date.parse('2026-11-22T14:05:00+08:00');
const asOf = new Date(Date.now() - 2 * 3_600_000).toISOString();

const detail = {
  ...fuelCar,
  asOf: new Date().toISOString(),
  policyholderMasked: '张*',
  insured: { nameMasked: '张*', idNumberMasked: '370***********2015' },
  ownerMasked: '王*',
  vinMasked: 'LSV**********0001',
  branchName: '示例财险历下支公司',
  coverages: [
    {
      code: 'thirdParty',
      name: '机动车第三者责任保险',
      sumInsuredFen: 200_000_000,
      units: null,
      deductible: null,
      clause: '对于超过交强险各分项赔偿限额的部分负责赔偿。',
      clauseArticle: '第二十条',
      notCovered: ['故意制造事故的。'],
      questions: [{ question: '不够了怎么办？', answer: '多出来的由您自己出。' }],
      plain: {
        question: '撞坏了别人的车，谁来赔？',
        answer: '交强险先赔，不够的由这一份接着赔。',
        example: '您自己出 ¥0.00',
      },
    },
  ],
  payments: [{ at: asOf, amountFen: 385_600, method: '微信支付', state: 'paid' }],
  endorsements: [{ at: asOf, title: '更正联系地址', endorsementNo: 'E-1', detail: null, changeFen: 0 }],
  cancelledAt: null,
  noClaim: { years: 3, claims: 0, premiumPercent: 60 },
  vehicleTax: null,
  contact: { phoneMasked: '138****0001', address: null },
  losses: [],
  example: null,
  accountManager: { name: '周晓梅', phone: '13600000002' },
};

function openList(body: unknown, over: object = {}): void {
  signIn();
  server()
    .always('GET /policies', { body })
    .always('GET /me', { body: account(over) });
  renderPage(<PolicyListPage />);
}

describe('the policies', () => {
  it('come by car, with status and days left', async () => {
    openList(list([fuelCar, electricCar]));
    expect(await screen.findByText('鲁A·7K315')).toBeTruthy();
    expect(screen.getAllByText('保障中')).toHaveLength(2);
    expect(screen.getAllByText('出险报案')).toHaveLength(1);
  });

  it('show their age when the policy system is away', async () => {
    openList({ ...list([fuelCar]), asOf, stale: true });
    expect(await screen.findByText(/下面的内容截至/)).toBeTruthy();
    expect(screen.getByText(/您的保障不受影响/)).toBeTruthy();
    expect(screen.getByText('鲁A·7K315')).toBeTruthy();
  });

  it('send a person who is not verified to the identity check', async () => {
    openList(list([]), { identityVerified: false });
    fireEvent.click(await screen.findByText('填姓名和证件号'));
    expect(phone.navigation.at(-1)?.url).toContain('account/pages/identity');
  });

  it('say to a verified person that there are none', async () => {
    openList(list([]));
    expect(await screen.findByText('您名下还没有保单')).toBeTruthy();
  });

  it('still let a visitor report', () => {
    renderPage(<PolicyListPage />);
    fireEvent.click(screen.getByText('现在就要报案'));
    expect(phone.navigation.at(-1)?.url).toContain('claims/pages/report');
  });

  const policy = (status: 'pending' | 'active' | 'expired' | 'cancelled', endsAt: string) => ({
    status,
    startsAt: '2026-12-01T00:00:00+08:00',
    endsAt,
  });
  it.each([
    ['active', '2027-03-31T00:00:00+08:00', 'ok', '保障中', '还有 128 天'],
    ['active', '2026-12-07T00:00:00+08:00', 'due', '快到期', '还有 14 天'],
    ['active', '2026-11-23T00:00:00+08:00', 'due', '快到期', '今天最后一天'],
    ['expired', '2026-03-31T00:00:00+08:00', 'grey', '已过期', undefined],
    ['cancelled', '2027-03-31T00:00:00+08:00', 'grey', '已退保', undefined],
    ['pending', '2027-12-01T00:00:00+08:00', 'brand', '还没开始', undefined],
  ] as const)('that are %s until %s look %s', (status, endsAt, tone, tag, days) => {
    expect(policyLook(policy(status, endsAt), NOW)).toMatchObject({ tone, tag, days });
  });

  it('end at 24:00 of the day before', () => {
    expect(policyLook(policy('active', '2027-03-31T00:00:00+08:00'), NOW).term).toBe(
      '到 2027年3月30日 24:00',
    );
  });

  it('put what holds first', () => {
    const at = (id: string, status: string, plate: string) => ({
      ...fuelCar,
      id,
      status,
      vehicle: { ...fuelCar.vehicle, plate },
    });
    const grouped = groupByVehicle([
      at('a', 'expired', '鲁A1'),
      at('b', 'expired', '鲁A2'),
      at('c', 'active', '鲁A2'),
    ] as never);
    expect(grouped.map(({ plate }) => plate)).toEqual(['鲁A2', '鲁A1']);
    expect(grouped[0]?.policies.map(({ id }) => id)).toEqual(['c', 'b']);
  });
});

describe('a policy in plain words', () => {
  it('answers first and shows the clause on request', async () => {
    signIn();
    server().always('GET /policies/p1', { body: detail });
    renderPage(<PolicyPage />, { id: 'p1' });
    expect(await screen.findByText('撞坏了别人的车，谁来赔？')).toBeTruthy();
    expect(screen.getByText('您自己出 ¥0.00')).toBeTruthy();
    expect(screen.queryByText(detail.coverages[0]?.clause ?? '')).toBeNull();
    fireEvent.click(screen.getByText('看条款原文'));
    expect(screen.getByText(detail.coverages[0]?.clause ?? '')).toBeTruthy();
    expect(screen.getByText('370***********2015')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('打给周晓梅'));
    expect(phone.calls).toEqual(['13600000002']);
    fireEvent.click(screen.getByText('用这辆车报案'));
    expect(phone.navigation.at(-1)?.url).toContain('policyId=p1');
  });

  it('that is not the own is not found', async () => {
    signIn();
    server().always('GET /policies/p9', {
      status: 404,
      body: { code: 'NOT_FOUND', detail: '没有找到这张保单' },
    });
    renderPage(<PolicyPage />, { id: 'p9' });
    expect(await screen.findByText('没有找到这张保单')).toBeTruthy();
  });
});

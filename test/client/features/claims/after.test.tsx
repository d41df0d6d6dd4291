import { fireEvent, screen, waitFor } from '@testing-library/react';
import CasePage from '@/features/claims/pages/case';
import { usePhotoQueue } from '@/api/photo-queue';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { agreed, detail, receivedPhoto } from './claim-fixtures';

const server = useScriptedServer();
const BELOW = '/claims/clm_1';
const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

afterEach(() => usePhotoQueue.setState({ photos: [] }));

function open(over: object): void {
  signIn();
  server().always(`GET ${BELOW}`, { body: detail([], over) });
  server().always('POST /me/consents', agreed);
  renderPage(<CasePage />, { id: 'clm_1' });
}

const bodyOf = (route: string) => server().requestsTo(`POST ${BELOW}/${route}`)[0]?.body;
const fill = (label: RegExp | string, text: string) => {
  const field = screen.getByText(label).parentElement?.querySelector('input, textarea');
  if (!field) throw new Error(`no field ${String(label)}`);
  fireEvent.change(field, { target: { value: text } });
};

const payees = [
  { payee: 'insured', name: '您本人', allowed: false, reason: '对方还没有拿到赔款，按法律不能先付给您' },
  { payee: 'victim', name: '对方（受害人）', allowed: true, reason: '' },
];
const payout = (over: object = {}) => ({
  id: 'pay_1',
  purpose: 'thirdPartyLiability',
  name: '对方车的损失',
  amountFen: 80_000_00,
  state: 'accountWanted',
  payees,
  account: null,
  paidAt: null,
  receiptNo: null,
  ...over,
});
const readBack = {
  payoutId: 'pay_1',
  payee: 'victim',
  payeeName: '对方（受害人）',
  holderMasked: '*敏',
  bankName: '示例银行济南分行',
  accountMasked: '**** **** **** 0005',
  amountFen: 80_000_00,
  checked: 'checkDigit',
  checkedWords: '账号的校验位对得上；没有问过银行。',
  confirmationToken: 'token-for-exactly-this',
  expiresAt: inHours(1),
};
const account = {
  payee: 'victim',
  holderMasked: '*敏',
  bankName: '示例银行济南分行',
  accountMasked: '**** 0005',
  checked: 'checkDigit',
  state: 'confirmed',
};

async function typeAccount(number = '6200 0000 0000 0005'): Promise<void> {
  fireEvent.click(await screen.findByText('填对方的收款账户'));
  fill('户名', '刘敏');
  fill('开户银行', '示例银行济南分行');
  fill('账号', number);
  fireEvent.click(screen.getByText('下一步，再看一遍'));
}

describe('where the money goes', () => {
  it('says who may not be paid and why, and offers only who may', async () => {
    open({ payouts: [payout()] });
    expect(await screen.findByText(/不能付给您本人.*按法律不能先付给您/)).toBeTruthy();
    fireEvent.click(screen.getByText('填对方的收款账户'));
    expect(screen.queryByText('您本人')).toBeNull();
  });

  it('says whose name the account of the insured has to be in', async () => {
    const own = payees.map((one) => ({ ...one, allowed: one.payee === 'insured' }));
    open({ payouts: [payout({ purpose: 'ownDamage', payees: own, insuredNameMasked: '刘*' })] });
    fireEvent.click(await screen.findByText('填收款账户'));
    expect(screen.getByText('这一笔：对方车的损失，¥80,000.00')).toBeTruthy();
    expect(screen.getByText('写保单上被保险人（刘*）的名字，和银行卡上一模一样')).toBeTruthy();
  });

  it('is typed, read back in full from the form, and counts only by a second confirmation of exactly that', async () => {
    open({ payouts: [payout()] });
    server().once(`POST ${BELOW}/payouts/pay_1/account`, { body: readBack });
    server().once(`POST ${BELOW}/payouts/pay_1/account/confirmation`, {
      body: detail([], { payouts: [payout({ state: 'ready', account })] }),
    });
    await typeAccount();
    expect(await screen.findByText('念一遍，对不对？')).toBeTruthy();
    expect(bodyOf('payouts/pay_1/account')).toEqual({
      payee: 'victim',
      holderName: '刘敏',
      bankName: '示例银行济南分行',
      accountNumber: '6200000000000005',
    });
    expect(screen.getByText('6200 0000 0000 0005')).toBeTruthy();
    expect(screen.getByText('刘敏')).toBeTruthy();
    expect(screen.queryByText(readBack.holderMasked)).toBeNull();
    expect(screen.getAllByText('¥80,000.00')).toHaveLength(2);
    expect(server().requestsTo(`POST ${BELOW}/payouts/pay_1/account/confirmation`)).toHaveLength(0);
    fireEvent.click(screen.getByText('没错，就付到这里'));
    expect(await screen.findByText('账户已确认，等付款')).toBeTruthy();
    expect(bodyOf('payouts/pay_1/account/confirmation')).toEqual({
      confirmationToken: 'token-for-exactly-this',
    });
    expect(screen.getByText('**** 0005')).toBeTruthy();
  });

  it('goes back to the form when what is read back is wrong, and pays nobody', async () => {
    open({ payouts: [payout()] });
    server().once(`POST ${BELOW}/payouts/pay_1/account`, { body: readBack });
    await typeAccount();
    fireEvent.click(await screen.findByText('不对，重新填'));
    expect(await screen.findByText('下一步，再看一遍')).toBeTruthy();
    expect(server().requestsTo(`POST ${BELOW}/payouts/pay_1/account/confirmation`)).toHaveLength(0);
  });

  it('asks nobody about a number that cannot be one, and keeps no number on the phone', async () => {
    open({ payouts: [payout()] });
    await typeAccount('6200');
    expect(await screen.findByText('账号是 8 到 30 位数字，请对着卡再看一遍')).toBeTruthy();
    expect(JSON.stringify({ ...localStorage })).not.toContain('6200');
  });

  it('keeps what was typed when the form is closed by a slip, until the page is left', async () => {
    open({ payouts: [payout()] });
    await typeAccount('6200');
    fireEvent.click(screen.getByLabelText('关闭'));
    fireEvent.click(screen.getByText('填对方的收款账户'));
    expect(screen.getByDisplayValue('示例银行济南分行')).toBeTruthy();
  });

  it('says that nobody was chosen, and asks the server nothing', async () => {
    const both = payees.map((one) => ({ ...one, allowed: true }));
    open({ payouts: [payout({ payees: both })] });
    await typeAccount();
    expect(await screen.findByText('点一下付给谁')).toBeTruthy();
    expect(server().requestsTo(`POST ${BELOW}/payouts/pay_1/account`)).toHaveLength(0);
  });

  it('says that an account which was never confirmed does not count, and how to go on', async () => {
    open({ payouts: [payout({ state: 'accountProposed', account: { ...account, state: 'proposed' } })] });
    expect(await screen.findByText('再填一遍并确认')).toBeTruthy();
    expect(screen.getByText(/还没有确认，不会按它付款/)).toBeTruthy();
  });

  it('shows the receipt once it is paid, and no form any more', async () => {
    open({ payouts: [payout({ state: 'paid', account, paidAt: inHours(-1), receiptNo: 'DEMO-PAY-7' })] });
    expect(await screen.findByText('已汇出')).toBeTruthy();
    expect(screen.getByText('¥80,000.00')).toBeTruthy();
    expect(screen.getByText('*敏 **** 0005')).toBeTruthy();
    expect(screen.getByText('DEMO-PAY-7')).toBeTruthy();
    expect(screen.queryByText('换一个账户')).toBeNull();
  });

  it('tells the sums of the member and of others apart, the own first', async () => {
    const paid = { state: 'paid', account, paidAt: inHours(-1), receiptNo: 'DEMO-PAY-7' };
    const own = { ...account, payee: 'insured', holderMasked: '*明', accountMasked: '**** 0012' };
    open({
      open: false,
      payouts: [
        payout(paid),
        payout({ ...paid, id: 'pay_2', amountFen: 1_900_00, account: own, receiptNo: 'DEMO-PAY-8' }),
      ],
    });
    await screen.findByText('付给您本人');
    expect(screen.getAllByText(/^付给|^¥/).map(({ textContent }) => textContent)).toEqual([
      '付给您本人',
      '¥1,900.00',
      '付给对方（受害人）',
      '¥80,000.00',
    ]);
  });
});

const paper = (over: object = {}) => ({
  id: 'paper_1',
  kind: 'repairInvoice',
  name: '修车发票',
  why: '按发票付款',
  whereToGet: '修理厂结账时开',
  state: 'wanted',
  reason: null,
  photoIds: [],
  round: 1,
  reviewDueAt: null,
  updatedAt: inHours(-1),
  ...over,
});
const papers = (...items: object[]) => ({ papers: { listedAt: inHours(-2), items, laterRequests: [] } });

describe('the list of papers', () => {
  it('is one list: what is on file is not asked for, and what was sent back says why', async () => {
    open(
      papers(
        paper({ id: 'paper_0', kind: 'drivingLicence', name: '驾驶证', state: 'onFile' }),
        paper({ state: 'rejected', reason: '看不清发票号码' }),
      ),
    );
    expect(await screen.findByText('就这些，一次说全，不会再加。')).toBeTruthy();
    expect(screen.getByText('我们已经有了，不用交')).toBeTruthy();
    expect(screen.queryByText('交驾驶证')).toBeNull();
    expect(screen.getByText('我们的意见：看不清发票号码')).toBeTruthy();
    expect(screen.getByText('还差 1 份')).toBeTruthy();
  });

  it('says sorry for a second request, with the reason and who allowed it', async () => {
    const later = {
      at: inHours(-1),
      reason: '发现第二处损伤',
      allowedBy: '孙主管',
      apology: '说好一次要全，没做到，对不起。',
    };
    open({ papers: { listedAt: inHours(-2), items: [paper({ round: 2 })], laterRequests: [later] } });
    expect(await screen.findByText(/没做到，对不起.*发现第二处损伤（孙主管批准）/)).toBeTruthy();
    expect(screen.queryByText(/一次说全/)).toBeNull();
  });

  const late = {
    apology: '应在 昨天 17:00 前看完，到现在还没有。让您久等了，对不起。',
    lookingInto: { name: '孙强', role: '理赔主管', phone: '13500000009' },
  };

  it('says sorry for a review that is late, and who finds out why', async () => {
    open(papers(paper({ state: 'received', reviewDueAt: inHours(-3), late })));
    expect(await screen.findByText(late.apology)).toBeTruthy();
    expect(screen.getByText('孙强 · 理赔主管')).toBeTruthy();
    expect(screen.getByText('正在查为什么晚了')).toBeTruthy();
    expect(screen.queryByText(/最晚 .* 看完/)).toBeNull();
  });

  it('still says it once the paper was looked at, when nobody has to find out any more', async () => {
    open(papers(paper({ state: 'accepted', reviewDueAt: inHours(-3), late })));
    expect(await screen.findByText(late.apology)).toBeTruthy();
    expect(screen.queryByText('正在查为什么晚了')).toBeNull();
  });

  it('is handed in once its picture has arrived, with that picture', async () => {
    open(papers(paper()));
    phone.photo = { path: 'wxfile://invoice.jpg', bytes: 1000 };
    server().once(`POST ${BELOW}/photos/form`, {
      status: 201,
      body: { ...receivedPhoto('otherPapers'), photoId: 'photo-otherPapers' },
    });
    server().once(`POST ${BELOW}/papers/paper_1/submission`, {
      body: detail([], papers(paper({ state: 'received', reviewDueAt: inHours(20) }))),
    });
    fireEvent.click(await screen.findByText('交修车发票'));
    fireEvent.click(screen.getByText('拍照'));
    fireEvent.click(await screen.findByText('同意，拍证件'));
    await screen.findByText('已传好');
    fireEvent.click(screen.getByText('交上去，共 1 张'));
    expect(await screen.findByText('收到了，正在看')).toBeTruthy();
    expect(bodyOf('papers/paper_1/submission')).toEqual({ photoIds: ['photo-otherPapers'] });
  });
});

describe('taking a report back', () => {
  const withdrawable = {
    options: {
      ...detail().options,
      withdraw: { allowed: true, reason: '', consequences: ['查勘员不再来', '24 小时内可以恢复'] },
    },
  };

  it('says the consequences first, wants a reason, and offers the way back for 24 hours', async () => {
    open(withdrawable);
    server().once(`POST ${BELOW}/withdrawal`, {
      body: detail([], {
        open: false,
        withdrawal: { at: inHours(0), undoUntil: inHours(24), undoable: true },
      }),
    });
    server().once(`POST ${BELOW}/withdrawal/undo`, { body: detail([], withdrawable) });
    fireEvent.click(await screen.findByText('填错了？可以撤回报案'));
    expect(await screen.findByText('查勘员不再来')).toBeTruthy();
    fireEvent.click(screen.getByText('撤回报案'));
    expect(await screen.findByText('选一个原因，或者写一句')).toBeTruthy();
    fireEvent.click(screen.getByText('重复报了'));
    fireEvent.click(screen.getByText('撤回报案'));
    expect(await screen.findByText(/前可以恢复，进度不丢/)).toBeTruthy();
    expect(bodyOf('withdrawal')).toEqual({ reason: '重复报了' });
    fireEvent.click(screen.getByText('恢复这次报案'));
    await waitFor(() => expect(screen.queryByText(/前可以恢复，进度不丢/)).toBeNull());
  });

  it('says plainly that the 24 hours are over', async () => {
    open({ open: false, withdrawal: { at: inHours(-30), undoUntil: inHours(-6), undoable: false } });
    expect(await screen.findByText('已撤回，已经过了可以恢复的 24 小时。')).toBeTruthy();
    expect(screen.queryByText('恢复这次报案')).toBeNull();
  });
});

const share = (payer: string, side: string, amountFen: number) => ({
  payer,
  side,
  name: payer,
  amountFen,
  why: '',
});
const assessment = {
  id: 'asm_1',
  round: 1,
  state: 'proposed',
  proposedAt: inHours(-1),
  answeredAt: null,
  assessor: { name: '赵敏', role: '理赔员', phone: null },
  faultPercent: 100,
  lines: [],
  totalFen: 7_140_00,
  shares: [
    share('otherCompulsory', 'own', 100_00),
    share('vehicleDamage', 'own', 4_040_00),
    share('compulsory', 'other', 2_000_00),
    share('thirdParty', 'other', 1_000_00),
  ],
  payableFen: 7_040_00,
  ownFen: 0,
  objection: null,
};

describe('the amounts', () => {
  it('name what is for whom, and what the other insurer owes', async () => {
    open({ assessment });
    expect(await screen.findByText('赔您这边 ¥4,040.00，赔对方 ¥3,000.00')).toBeTruthy();
    expect(screen.getByText('另外 ¥100.00 由对方的交强险赔您，找对方的保险公司要')).toBeTruthy();
    expect(screen.getByText('您负全部责任')).toBeTruthy();
  });

  it('do not settle the fault before the paper that settles it', async () => {
    open({ assessment, ...papers(paper({ kind: 'accidentPaper', name: '事故证明' })) });
    expect(await screen.findByText('初步判断您负全部责任，最后按事故证明定')).toBeTruthy();
    expect(screen.queryByText('您负全部责任')).toBeNull();
  });
});

describe('the end of a claim', () => {
  it('is short: how it went opens by a tap', async () => {
    open({ open: false, ...papers(paper({ state: 'accepted' })) });
    const more = await screen.findByText('看金额明细、材料和经过');
    expect(screen.queryByText('要交的材料')).toBeNull();
    expect(screen.queryByText(/还没有照片/)).toBeNull();
    fireEvent.click(more);
    expect(screen.getByText('要交的材料')).toBeTruthy();
    expect(screen.queryByText(/还没有照片/)).toBeNull();
  });

  it('asks two questions at most, once', async () => {
    open({ open: false, options: { ...detail().options, rate: { allowed: true } } });
    server().once(`POST ${BELOW}/satisfaction`, {
      body: detail([], { open: false, satisfaction: { score: 4, comment: '电话接得快', at: inHours(0) } }),
    });
    expect(await screen.findByText('这次办得怎么样？')).toBeTruthy();
    expect(screen.queryByText('交评价')).toBeNull();
    fireEvent.click(screen.getByText('好'));
    fill('想说的话（可以不写）', '电话接得快');
    fireEvent.click(screen.getByText('交评价'));
    expect(await screen.findByText(/您的评价：好/)).toBeTruthy();
    expect(bodyOf('satisfaction')).toEqual({ score: 4, comment: '电话接得快' });
  });

  it('can be asked for again with a sentence, until the day that is said', async () => {
    const reopen = { allowed: true, reason: '', until: inHours(24 * 30) };
    open({ open: false, options: { ...detail().options, reopen } });
    server().once(`POST ${BELOW}/reopening`, { body: detail() });
    fireEvent.click(await screen.findByText('结果有疑问？要求再看一次'));
    fireEvent.click(screen.getByText('交上去'));
    expect(await screen.findByText('写一句哪里要再看')).toBeTruthy();
    fill('哪里要再看', '修车时又发现里面坏了一处');
    fireEvent.click(screen.getByText('交上去'));
    expect(await screen.findByText('收到了，重新看这个案子')).toBeTruthy();
    expect(bodyOf('reopening')).toEqual({ reason: '修车时又发现里面坏了一处' });
  });
});

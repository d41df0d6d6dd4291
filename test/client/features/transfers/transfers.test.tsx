import { fireEvent, screen, waitFor } from '@testing-library/react';
import GivePage from '@/features/transfers/pages/give';
import TransferListPage from '@/features/transfers/pages/list';
import ReceivePage from '@/features/transfers/pages/receive';
import type { Transfer, TransferPreview } from '../../../../bff/features/transfers/contract';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { inMs, list, problem, voucher, wash } from '../benefit-fixtures';

const server = useScriptedServer();
const HOUR_MS = 3_600_000;
const TOKEN = 'k'.repeat(43);
const whole = { usesTotal: 1, usesLeft: 1, title: '普通洗车' };

const transfer = (part: Partial<Transfer> = {}): Transfer => ({
  id: 'trf_1',
  direction: 'given',
  state: 'offered',
  voucherId: 'vch_1',
  service: 'carWash',
  title: '普通洗车',
  otherNameMasked: null,
  offeredAt: inMs(-HOUR_MS),
  expiresAt: inMs(23 * HOUR_MS),
  acceptedAt: null,
  takenBackAt: null,
  token: TOKEN,
  ...part,
});

const preview = (part: Partial<TransferPreview> = {}): TransferPreview => ({
  transferId: 'trf_1',
  state: 'offered',
  giverNameMasked: '张*',
  own: false,
  expiresAt: inMs(23 * HOUR_MS),
  voucher: {
    service: 'carWash',
    title: '普通洗车',
    usesTotal: 1,
    discount: null,
    terms: voucher().terms,
    validUntil: '2099-02-21T00:00:00+08:00',
  },
  ...part,
});

describe('giving a voucher away', () => {
  const OFFER = 'POST /vouchers/vch_1/transfers';

  function openGive(part: Parameters<typeof voucher>[0] = {}, transfers: readonly Transfer[] = []): void {
    signIn();
    server()
      .always('GET /vouchers/vch_1', { body: voucher({ ...whole, ...part }) })
      .always('GET /transfers', { body: list(transfers) });
    renderPage(<GivePage />, { id: 'vch_1' });
  }

  it('says what it means first, makes the link once, and shows it where the browser cannot copy', async () => {
    openGive();
    expect(await screen.findByText(/不能再要回来/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '48 小时' }));
    server()
      .cutOnce(OFFER)
      .once(OFFER, { status: 201, body: { transfer: transfer() } });
    fireEvent.click(screen.getByText('生成转赠链接'));
    fireEvent.click(await screen.findByText('查询进度'));
    expect(await screen.findByText('链接好了，发给要送的人')).toBeTruthy();
    const sent = server().requestsTo(OFFER);
    expect(sent[0]?.body).toEqual({ hours: 48 });
    expect(sent[0]?.headers['idempotency-key']).toBe(sent[1]?.headers['idempotency-key']);
    fireEvent.click(screen.getByText('复制链接'));
    const link = await screen.findByText(/transfers\/pages\/receive/);
    // Behind the #, so that the secret reaches no server's log.
    expect(link.textContent).toMatch(new RegExp(`receive/index#${TOKEN}$`));
  });

  it('is taken back, and can be given anew', async () => {
    openGive({}, [transfer()]);
    server().once('DELETE /transfers/trf_1', { status: 204 });
    const button = await screen.findByText('收回，不送了');
    server().always('GET /transfers', { body: list([transfer({ state: 'takenBack', token: null })]) });
    fireEvent.click(button);
    expect(await screen.findByText('已收回，券还在您这里')).toBeTruthy();
    expect(await screen.findByText('生成转赠链接')).toBeTruthy();
  });

  it('cannot be taken back once somebody has it', async () => {
    openGive({}, [transfer()]);
    server().once('DELETE /transfers/trf_1', problem(409, 'TRANSFER_ALREADY_ACCEPTED', '这张券已经被领走了'));
    fireEvent.click(await screen.findByText('收回，不送了'));
    expect(await screen.findByText('这张券已经被领走了')).toBeTruthy();
  });

  it.each([
    ['used in part', { usesTotal: 5, usesLeft: 3 }, /用过一部分/],
    ['for one car', { vehicle: { plate: '鲁A7K315' } }, /那辆车/],
    ['given before', { received: true }, /别人送给您的/],
    ['used up', { state: 'redeemed' as const, usesLeft: 0 }, /已经用完/],
  ])('says why one that is %s stays', async (_name, part, words) => {
    openGive({ transferable: false, ...part });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText('生成转赠链接')).toBeNull();
  });

  it('offers only what can be given', async () => {
    signIn();
    server().always('GET /vouchers', {
      body: list([wash, { ...wash, id: 'vch_2', title: '道路救援', transferable: false }]),
    });
    renderPage(<GivePage />);
    fireEvent.click(await screen.findByText(wash.title));
    expect(screen.queryByText('道路救援')).toBeNull();
    expect(phone.navigation.at(-1)?.url).toContain('transfers/pages/give/index?id=vch_1');
  });
});

describe('a link', () => {
  const ACCEPT = 'POST /transfers/acceptance';
  const openLink = (token = TOKEN) => {
    window.location.hash = token;
    return renderPage(<ReceivePage />);
  };
  afterEach(() => {
    window.location.hash = '';
  });

  it('shows a visitor what it gives, and the login that comes back to it', async () => {
    server().once('POST /transfers/visitor-preview', { body: preview() });
    openLink();
    expect(await screen.findByText('张* 送您一张券')).toBeTruthy();
    expect(screen.getByText('七座车每次补 ¥10.00')).toBeTruthy();
    fireEvent.click(screen.getByText('登录后收下'));
    expect(phone.navigation.at(-1)?.url).toContain('account/pages/login');
    server().once('POST /transfers/preview', { body: preview() });
    signIn();
    expect(await screen.findByText('收下这张券')).toBeTruthy();
    expect(server().requestsTo('POST /transfers/preview')[0]?.body).toEqual({ token: TOKEN });
  });

  it('is accepted once although the answer was lost, and leads to the voucher', async () => {
    signIn();
    server()
      .always('POST /transfers/preview', { body: preview() })
      .cutOnce(ACCEPT)
      .once(ACCEPT, {
        status: 201,
        body: {
          transfer: transfer({
            direction: 'received',
            state: 'accepted',
            otherNameMasked: '张*',
            token: null,
          }),
          voucher: { ...wash, id: 'vch_9' },
        },
      });
    openLink();
    fireEvent.click(await screen.findByText('收下这张券'));
    fireEvent.click(await screen.findByText('查询进度'));
    fireEvent.click(await screen.findByText('去用这张券'));
    expect(phone.navigation.at(-1)?.url).toContain('vouchers/pages/detail/index?id=vch_9');
    const sent = server().requestsTo(ACCEPT);
    expect(sent[0]?.headers['idempotency-key']).toBe(sent[1]?.headers['idempotency-key']);
  });

  it('that somebody else was quicker with says so', async () => {
    signIn();
    server()
      .once('POST /transfers/preview', { body: preview() })
      .always('POST /transfers/preview', { body: preview({ state: 'accepted' }) })
      .once(ACCEPT, problem(409, 'TRANSFER_ALREADY_ACCEPTED', '这张券已经被领走了'));
    openLink();
    fireEvent.click(await screen.findByText('收下这张券'));
    expect(await screen.findByText('如果是您自己领的，它在“我的券”里。')).toBeTruthy();
  });

  it('that this very member took before says where the voucher is', async () => {
    signIn();
    server().always('POST /transfers/preview', { body: preview({ state: 'accepted', accepted: true }) });
    openLink();
    expect(await screen.findByText('您已经收下这张券')).toBeTruthy();
    fireEvent.click(screen.getByText('看我的券'));
    expect(phone.navigation.at(-1)?.url).toContain('vouchers/pages/list');
  });

  it.each([
    ['takenBack', '送您的人收回了这张券'],
    ['expired', '这个链接过期了'],
    ['ended', '这张券已经用掉或失效了'],
  ] as const)('that is %s says what became of it', async (state, words) => {
    signIn();
    server().always('POST /transfers/preview', { body: preview({ state }) });
    openLink();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText('收下这张券')).toBeNull();
  });

  it('of one’s own cannot be accepted', async () => {
    signIn();
    server().always('POST /transfers/preview', { body: preview({ own: true }) });
    openLink();
    expect(await screen.findByText('这是您自己送出的券')).toBeTruthy();
  });

  it('that was cut short asks the server nothing', async () => {
    openLink('abc');
    expect(await screen.findByText('这个链接不完整')).toBeTruthy();
    await waitFor(() => expect(server().received).toHaveLength(0));
  });
});

describe('both lists', () => {
  it('show to whom, from whom and what became of it', async () => {
    signIn();
    server().always('GET /transfers', {
      body: list([
        transfer(),
        transfer({
          id: 'trf_2',
          state: 'accepted',
          otherNameMasked: '王**',
          acceptedAt: inMs(-HOUR_MS),
          token: null,
        }),
        transfer({
          id: 'trf_3',
          direction: 'received',
          state: 'accepted',
          otherNameMasked: '李*',
          voucherId: 'vch_7',
          token: null,
        }),
      ]),
    });
    renderPage(<TransferListPage />);
    expect(await screen.findByText('等对方领取')).toBeTruthy();
    expect(screen.getByText('送给 王**')).toBeTruthy();
    fireEvent.click(screen.getByText('等对方领取'));
    expect(phone.navigation.at(-1)?.url).toContain('transfers/pages/give/index?id=vch_1');
    fireEvent.click(screen.getByRole('radio', { name: '我收到的' }));
    fireEvent.click(screen.getByText('李* 送的'));
    expect(phone.navigation.at(-1)?.url).toContain('vouchers/pages/detail/index?id=vch_7');
  });
});

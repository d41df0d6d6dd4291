import { fireEvent, screen, waitFor } from '@testing-library/react';
import SettlementPage from '@/features/merchant/pages/settlement';
import SettlementsPage from '@/features/merchant/pages/settlements';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { list, problem } from '../benefit-fixtures';
import { detail, line, summary } from './merchant-fixtures';

const server = useScriptedServer();
const READ = 'GET /merchant/settlements/set_1';
const CONFIRM = 'POST /merchant/settlements/set_1/confirmation';
const DISPUTE = 'POST /merchant/settlements/set_1/disputes';
const INVOICE = 'POST /merchant/settlements/set_1/invoice';

beforeEach(() => signIn());

const open = () => renderPage(<SettlementPage />, { id: 'set_1' });

describe('the list of statements', () => {
  it('says of each what it waits for, and opens it', async () => {
    server().once('GET /merchant/settlements', {
      body: list([
        summary({
          id: 'open',
          number: null,
          state: 'open',
          period: { from: '2026-11-01', to: '2026-11-30' },
        }),
        summary(),
      ]),
    });
    renderPage(<SettlementsPage />);
    expect(await screen.findByText('等您确认')).toBeTruthy();
    expect(screen.getByText('2026年10月')).toBeTruthy();
    expect(screen.getByText('还没结束')).toBeTruthy();
    fireEvent.click(screen.getByText('2026年10月'));
    await waitFor(() => expect(phone.navigation.at(-1)?.url).toContain('settlement/index?id=set_1'));
  });

  it('says what will be here before the first one', async () => {
    server().once('GET /merchant/settlements', { body: list([]) });
    renderPage(<SettlementsPage />);
    expect(await screen.findByText('还没有出过结算单')).toBeTruthy();
  });

  it('sends somebody who is not the owner away kindly', async () => {
    server().once('GET /merchant/settlements', problem(404, 'NOT_FOUND', '结算单只有店主可以查看'));
    renderPage(<SettlementsPage />);
    expect(await screen.findByText('结算单只有店主可以查看')).toBeTruthy();
  });
});

describe('one statement', () => {
  it('shows the sum being added up, and confirms it after a second look', async () => {
    server()
      .once(READ, { body: detail() })
      .once(CONFIRM, { status: 201, body: { settlement: summary({ state: 'confirmed' }) } })
      .once(READ, { body: detail({ state: 'confirmed', confirmedAt: '2026-11-02T09:00:00+08:00' }) });
    open();
    expect(await screen.findByText('核销 312 笔')).toBeTruthy();
    expect(screen.getByText('撤销冲回 2 笔')).toBeTruthy();
    expect(screen.getByText('−¥68.00')).toBeTruthy();
    expect(screen.getByText('调整 1 笔')).toBeTruthy();
    fireEvent.click(screen.getByText('确认 ¥10,560.00'));
    expect(server().requestsTo(CONFIRM)).toHaveLength(0);
    expect(screen.getByText('确认这张结算单？')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('发票号码（可以以后再给）'), { target: { value: '12' } });
    expect(screen.getByText('发票号码是 6–30 位数字、字母或横线')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('发票号码（可以以后再给）'), { target: { value: '' } });
    fireEvent.click(screen.getByText('确认无误 ¥10,560.00'));
    expect(await screen.findByText('已确认。给了发票号码才会付款。')).toBeTruthy();
    expect(screen.getByText('填发票号码')).toBeTruthy();
    expect(server().requestsTo(CONFIRM)[0]?.body).toEqual({});
  });

  it('asks by itself what became of a confirmation whose answer was lost, and says so', async () => {
    server()
      .once(READ, { body: detail() })
      .cutOnce(CONFIRM)
      .once(CONFIRM, { status: 201, body: { settlement: summary({ state: 'confirmed' }) } })
      .once(READ, { body: detail({ state: 'confirmed', confirmedAt: '2026-11-02T09:00:00+08:00' }) });
    open();
    fireEvent.click(await screen.findByText('确认 ¥10,560.00'));
    fireEvent.click(screen.getByText('确认无误 ¥10,560.00'));
    expect(await screen.findByText('还不知道有没有送到。有网后会自动查清楚，不会重复办理。')).toBeTruthy();
    expect(screen.getByText('查询进度')).toBeTruthy();
    expect(await screen.findByText('已确认。给了发票号码才会付款。', {}, { timeout: 8_000 })).toBeTruthy();
    const keys = server()
      .requestsTo(CONFIRM)
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  }, 20_000);

  it('takes the invoice number', async () => {
    server()
      .always(READ, { body: detail({ state: 'confirmed' }) })
      .once(INVOICE, {
        status: 201,
        body: { settlement: summary({ state: 'confirmed', invoiceNo: '26370001' }) },
      });
    open();
    fireEvent.click(await screen.findByText('填发票号码'));
    fireEvent.change(screen.getByLabelText('这张结算单的发票号码'), { target: { value: '26370001' } });
    fireEvent.click(screen.getByText('保存发票号码'));
    expect(await screen.findByText('发票号码已保存')).toBeTruthy();
    expect(server().requestsTo(INVOICE)[0]?.body).toEqual({ invoiceNo: '26370001' });
  });

  it('takes a question about one line with its reason, and then waits', async () => {
    const dispute = {
      id: 'dsp_1',
      settlementId: 'set_1',
      lineId: 'lin_1',
      reason: '少给了十块',
      state: 'open' as const,
      openedAt: '2026-11-02T09:00:00+08:00',
      answer: null,
      answeredAt: null,
      adjustmentFen: null,
    };
    const disputed = { state: 'disputed' as const, openDisputes: 1 };
    server()
      .once(READ, { body: detail() })
      .once(DISPUTE, { status: 201, body: { dispute, settlement: summary(disputed) } })
      .once(READ, { body: detail({ ...disputed, lines: [line({ dispute })] }) });
    open();
    fireEvent.click(await screen.findByText('有疑问'));
    fireEvent.click(screen.getByText('提异议'));
    expect(server().requestsTo(DISPUTE)).toHaveLength(0);
    fireEvent.click(screen.getByText('其他原因'));
    fireEvent.change(screen.getByLabelText('写一句原因'), { target: { value: ' 少给了十块 ' } });
    fireEvent.click(screen.getByText('提异议'));
    expect(await screen.findByText('等答复')).toBeTruthy();
    expect(screen.getByText(/1 笔异议在等运营人员答复/)).toBeTruthy();
    expect(screen.queryByText(/^确认 ¥/)).toBeNull();
    expect(server().requestsTo(DISPUTE)[0]?.body).toEqual({ lineId: 'lin_1', reason: '少给了十块' });
  });

  it('brings the next lines by the cursor', async () => {
    server()
      .once(READ, { body: detail({ nextCursor: 'after-1' }) })
      .once(READ, { body: detail({ lines: [line({ lineId: 'lin_2', title: '精致洗车' })] }) });
    open();
    fireEvent.click(await screen.findByText('再看一些明细'));
    expect(await screen.findByText('精致洗车')).toBeTruthy();
    expect(screen.getAllByText('普通洗车').length).toBeGreaterThan(0);
    expect(server().requestsTo(READ)[1]?.query.get('cursor')).toBe('after-1');
    expect(screen.queryByText('再看一些明细')).toBeNull();
  });
});

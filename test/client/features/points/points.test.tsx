import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import EarnPage from '@/features/points/pages/earn';
import PointsEntriesPage from '@/features/points/pages/entries';
import PointsPage from '@/features/points/pages/points';
import { usePreferences } from '@/platform/preferences';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { inMs, list, problem } from '../benefit-fixtures';

const server = useScriptedServer();
const DAY_MS = 86_400_000;
const known = { asOf: inMs(0), stale: false };

const entry = (id: string, points: number, reason: string) => ({
  id,
  at: inMs(-DAY_MS),
  points,
  kind: points > 0 ? 'earn' : 'spend',
  reason,
  rule:
    points > 0
      ? { code: 'survey', version: 2, title: '服务评价', explanation: '每次使用后评价一次，得 10 分。' }
      : null,
  balanceAfter: 3260,
});

const month = (key: string, part: object = {}) => ({
  month: key,
  earned: 0,
  returned: 0,
  spent: 0,
  expired: 0,
  balanceAfter: 3260,
  ...part,
});

const balance = (part: object = {}) => ({
  balance: 3260,
  expiring: [
    { points: 420, at: inMs(30 * DAY_MS) },
    { points: 80, at: inMs(200 * DAY_MS) },
  ],
  signIn: { today: false, streakDays: 3 },
  ...known,
  ...part,
});

function open(
  items: readonly object[] = [entry('e1', 400, '安全答题'), entry('e2', -680, '兑换洗车')],
): void {
  signIn();
  server()
    .always('GET /points', { body: balance() })
    .always('GET /points/months', {
      body: {
        months: [month('2026-10', { earned: 380, returned: 20, spent: 600, expired: 80 }), month('2026-11')],
        ...known,
      },
    })
    .always('GET /points/entries', { body: list(items) });
  renderPage(<PointsPage />);
}

describe('points', () => {
  it('says the balance, what runs out first and the rest on a tap, and the year in one sentence', async () => {
    open();
    expect(await screen.findByText('3,260')).toBeTruthy();
    expect(screen.getByText(/^420 分在/)).toBeTruthy();
    expect(screen.queryByText(/^80 分在/)).toBeNull();
    fireEvent.click(screen.getByText('后面还有 1 批要到期'));
    expect(screen.getByText(/^80 分在/)).toBeTruthy();
    expect(await screen.findByLabelText('最近 12 个月，得到 400，用掉 680')).toBeTruthy();
    fireEvent.click(screen.getByText('用积分兑换'));
    expect(phone.navigation.at(-1)?.url).toContain('mall/pages/list');
  });

  it('has every month in figures for who does not read bars', async () => {
    open();
    fireEvent.click(await screen.findByText('看每个月的数字'));
    const october = screen.getByLabelText('2026年10月').textContent;
    expect(october).toContain('退回+20');
    expect(october).toContain('过期−80');
    expect(screen.getByLabelText('2026年11月').textContent).toContain('本月');
  });

  it('explains an entry in the words of its rule, and one without a rule in plain words', async () => {
    open();
    fireEvent.click(await screen.findByText('安全答题'));
    expect(screen.getByText('每次使用后评价一次，得 10 分。')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('关闭'));
    fireEvent.click(screen.getByText('兑换洗车'));
    expect(screen.getByText(/^兑换时用掉的积分/)).toBeTruthy();
  });

  it('keeps the figures and leaves the bars out in elder mode', async () => {
    usePreferences.setState({ elder: true });
    open();
    expect(await screen.findByText('得到 400')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('看每个月的数字')).toBeTruthy();
  });

  it('says how points come about when there are none', async () => {
    open([]);
    expect(await screen.findByText('还没有积分')).toBeTruthy();
  });
});

describe('the daily sign-in', () => {
  it('brings points, says how many, and is there no more for today', async () => {
    open();
    server().once('POST /points/sign-ins', {
      status: 201,
      body: { date: '2026-11-22', points: 5, streakDays: 4, bonusPoints: 0, balance: 3265 },
    });
    const button = await screen.findByText('今天签到');
    server().always('GET /points', {
      body: balance({ balance: 3265, signIn: { today: true, streakDays: 4 } }),
    });
    fireEvent.click(button);
    expect(await screen.findByText('签到成功，+5 积分')).toBeTruthy();
    expect(await screen.findByText('今天签过了')).toBeTruthy();
    expect(screen.getByText('已连续 4 天，再连续 3 天，另有奖励')).toBeTruthy();
  });

  it('whose answer was lost says that another tap harms nothing', async () => {
    open();
    server().cutOnce('POST /points/sign-ins');
    fireEvent.click(await screen.findByText('今天签到'));
    expect(await screen.findByText(/不会重复加分/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('失败');
  });

  it('says in the server’s words why not', async () => {
    open();
    server().once('POST /points/sign-ins', problem(429, 'TOO_MANY_REQUESTS', '操作太频繁了'));
    fireEvent.click(await screen.findByText('今天签到'));
    expect(await screen.findByText('操作太频繁了')).toBeTruthy();
  });
});

describe('all entries', () => {
  it('go on as long as there are any, and a page that did not come can be asked for again', async () => {
    signIn();
    server()
      .once('GET /points/entries', { body: { items: [entry('e1', 400, '安全答题')], nextCursor: 'more' } })
      .once('GET /points/entries', problem(500, 'INTERNAL'))
      .once('GET /points/entries', { body: list([entry('e2', -680, '兑换洗车')]) });
    renderPage(<PointsEntriesPage />);
    fireEvent.click(await screen.findByText('再看一些'));
    await waitFor(() => expect(server().requestsTo('GET /points/entries')).toHaveLength(2));
    const again = await screen.findByText('再看一些');
    await waitFor(() => expect(within(again.parentElement as HTMLElement).queryByText('正在取…')).toBeNull());
    fireEvent.click(again);
    expect(await screen.findByText('−680')).toBeTruthy();
    expect(screen.getByText('+400')).toBeTruthy();
    expect(screen.queryByText('再看一些')).toBeNull();
    expect(server().requestsTo('GET /points/entries')[2]?.query.get('cursor')).toBe('more');
  });
});

describe('how to earn', () => {
  it('tells each rule with its points, how often and how long they live', async () => {
    signIn();
    server().once('GET /points/rules', {
      body: {
        items: [
          {
            code: 'signIn',
            version: 1,
            title: '每日签到',
            explanation: '每天签到一次。',
            points: 5,
            limit: '每天一次',
            validity: '一年',
          },
        ],
        ...known,
      },
    });
    renderPage(<EarnPage />);
    expect(await screen.findByText('每日签到')).toBeTruthy();
    for (const words of ['+5', '每天一次', '一年']) expect(screen.getByText(words)).toBeTruthy();
  });
});

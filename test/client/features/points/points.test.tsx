import { screen } from '@testing-library/react';
import PointsPage from '@/features/points/pages/points';
import { usePreferences } from '@/platform/preferences';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { inMs, list } from '../benefit-fixtures';

const server = useScriptedServer();
const DAY_MS = 86_400_000;
const entry = (id: string, points: number, reason: string) => ({
  id,
  at: inMs(-DAY_MS),
  points,
  kind: points > 0 ? 'earn' : 'spend',
  reason,
  rule: null,
  balanceAfter: 3260,
});

beforeEach(() => {
  signIn();
  server().always('GET /points', {
    body: {
      balance: 3260,
      expiring: [{ points: 420, at: inMs(30 * DAY_MS) }],
      signIn: { today: false, streakDays: 0 },
      asOf: inMs(0),
    },
  });
});

describe('points', () => {
  it('says the balance, what runs out, and every entry of every page', async () => {
    server()
      .once('GET /points/entries', { body: { items: [entry('e1', 400, '安全答题')], nextCursor: 'more' } })
      .once('GET /points/entries', { body: list([entry('e2', -680, '兑换洗车')]) });
    renderPage(<PointsPage />);
    expect(await screen.findByText('3,260')).toBeTruthy();
    expect(await screen.findByText(/^420 分在/)).toBeTruthy();
    expect(await screen.findByText('−680')).toBeTruthy();
    expect(screen.getByLabelText('最近 12 个月，得到 400，用掉 680')).toBeTruthy();
    expect(server().requestsTo('GET /points/entries')[1]?.query.get('cursor')).toBe('more');
  });

  it('leaves the months out in elder mode, not the sums', async () => {
    usePreferences.setState({ elder: true });
    server().once('GET /points/entries', { body: list([entry('e1', 400, '安全答题')]) });
    renderPage(<PointsPage />);
    expect(await screen.findByText('得到 400')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says how points come about when there are none', async () => {
    server().once('GET /points/entries', { body: list([]) });
    renderPage(<PointsPage />);
    expect(await screen.findByText('还没有积分')).toBeTruthy();
  });
});

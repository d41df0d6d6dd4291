import { createBoss, queueNames } from '../../../../bff/systems/club/jobs/queues';
import { watchStuck } from '../../../../bff/systems/club/jobs/watch-stuck';
import { velocityRules, watchUse } from '../../../../bff/systems/club/jobs/watch-use';
import {
  claimsMember,
  elderMember,
  unverifiedMember,
  verifiedMember,
} from '../../../../bff/systems/demo-people';
import { clubAlarmList } from '../../../../bff/upstream/club/contract';
import { issueVouchers } from '../../../deep/support/issue-vouchers';
import { actors, stores } from './actors';
import { counterSteps } from './counter-steps';
import { startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeEach(async () => {
  club = await startClub();
  await club.pool.query('update stores set opens_minute = 0, closes_minute = 1440');
}, 60_000);
afterEach(() => club.stop());

const counter = counterSteps(() => club);
const said: object[] = [];
const log = { error: (facts: object) => void said.push(facts) };
beforeEach(() => void said.splice(0));

const alarms = async (kind: string) =>
  (await club.read(`/alarms?kind=${kind}&limit=100`, actors.provinceOperator, clubAlarmList)).items;

/** One after the other, by one clerk for one member; the ids of the uses. */
async function useOften(memberId: string, count: number): Promise<string[]> {
  const vouchers = await issueVouchers(club, { memberId, service: 'svc_wash', count });
  const { rows } = await club.pool.query<{ id: string; code_sealed: Buffer }>(
    'select id, code_sealed from vouchers where id = any ($1)',
    [vouchers],
  );
  const uses: string[] = [];
  for (const { id, code_sealed: sealed } of rows) {
    const code = club.cipher.open(sealed, { column: 'club.vouchers.code_sealed', rowId: id });
    uses.push((await counter.redeemed({ code })).id);
  }
  return uses;
}

async function happenedEarlier(uses: readonly string[], minutes: number): Promise<void> {
  await club.pool.query('alter table redemptions disable trigger user');
  await club.pool.query('update redemptions set at = at - make_interval(mins => $2) where id = any ($1)', [
    uses,
    minutes,
  ]);
  await club.pool.query('alter table redemptions enable trigger user');
}

const look = (use: string | undefined) => watchUse({ pool: club.pool, log }, use ?? '');

describe('a clerk who is too fast', () => {
  const people = [verifiedMember, elderMember, unverifiedMember, claimsMember];

  async function usesOfClerk(count: number): Promise<string[]> {
    const uses: string[] = [];
    for (const [index, { memberId }] of people.entries()) {
      const share = Math.floor(count / people.length) + (index < count % people.length ? 1 : 0);
      uses.push(...(await useOften(memberId, share)));
    }
    return uses;
  }

  it('alarms with the twentieth use in ten minutes, whoever the guests are, and once', async () => {
    const uses = await usesOfClerk(velocityRules.clerkUses);
    await look(uses.at(-2));
    expect((await alarms('busyClerk')).filter(({ redemptionId }) => redemptionId === uses.at(-2))).toEqual(
      [],
    );
    await look(uses.at(-1));
    await look(uses.at(-1));
    const found = await alarms('busyClerk');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      redemptionId: uses.at(-1),
      facts: { uses: velocityRules.clerkUses, minutes: velocityRules.clerkMinutes },
    });
  });

  it('does not alarm when they are spread over more than ten minutes', async () => {
    const uses = await usesOfClerk(velocityRules.clerkUses);
    await club.pool.query('update outbox set done_at = now()');
    await club.pool.query('delete from alarms');
    await happenedEarlier(uses.slice(0, 1), velocityRules.clerkMinutes + 1);
    await look(uses.at(-1));
    expect(await alarms('busyClerk')).toEqual([]);
  });
});

describe('a member who is served too often', () => {
  it('alarms with the fourth use in an hour, and says so in the log once', async () => {
    const uses = await useOften(elderMember.memberId, velocityRules.memberUses);
    await club.pool.query('update outbox set done_at = now()');
    await club.pool.query('delete from alarms');
    await look(uses.at(-2));
    expect(await alarms('busyMember')).toEqual([]);
    await look(uses.at(-1));
    await look(uses.at(-1));
    expect(await alarms('busyMember')).toHaveLength(1);
    expect(said).toEqual([expect.objectContaining({ alarm: 'busyMember', uses: velocityRules.memberUses })]);
  });

  it('does not alarm for a first use of an hour ago', async () => {
    const uses = await useOften(elderMember.memberId, velocityRules.memberUses);
    await club.pool.query('update outbox set done_at = now()');
    await club.pool.query('delete from alarms');
    await happenedEarlier(uses.slice(0, 1), velocityRules.memberMinutes + 1);
    await look(uses.at(-1));
    expect(await alarms('busyMember')).toEqual([]);
  });
});

describe('a use while the shop is closed', () => {
  const today = `(now() at time zone 'Asia/Shanghai')::date`;
  const special = (opens: number | null, closes: number | null) =>
    club.pool.query(
      `insert into store_special_days (store_id, day, opens_minute, closes_minute, note) values ($1, ${today}, $2, $3, '盘点')`,
      [stores.first, opens, closes],
    );
  const useNow = async () => {
    const [use] = await useOften(elderMember.memberId, 1);
    await look(use);
    return (await alarms('oddHours')).map(({ store }) => store?.id);
  };

  it('alarms outside the hours of the week', async () => {
    await club.pool.query(`update stores set open_weekdays = '{}'`);
    expect(await useNow()).toEqual([stores.first]);
  });

  it('does not alarm within them', async () => {
    expect(await useNow()).toEqual([]);
  });

  it('alarms on a special day off, though the week says open', async () => {
    await special(null, null);
    expect(await useNow()).toEqual([stores.first]);
  });

  it('does not alarm on a special day that is open, though the week says closed', async () => {
    await club.pool.query(`update stores set open_weekdays = '{}'`);
    await special(0, 1440);
    expect(await useNow()).toEqual([]);
  });
});

/** The club's own loops look each second; nobody calls them here. */
async function untilAlarmed(kind: string): Promise<void> {
  for (const endsAt = Date.now() + 30_000; (await alarms(kind)).length === 0;) {
    if (Date.now() > endsAt) throw new Error(`no ${kind} in time`);
  }
}

describe('without being asked', () => {
  it('the club looks at every use that it tells of', async () => {
    await useOften(elderMember.memberId, velocityRules.memberUses);
    await untilAlarmed('busyMember');
  });

  it('a job that failed for good is an alarm', async () => {
    const boss = createBoss(club.pool);
    await boss.send(queueNames.closeSettlement, { runId: 'none', merchantId: 'none' }, { retryLimit: 0 });
    await untilAlarmed('stuckJob');
    expect((await alarms('stuckJob'))[0]?.facts.job).toContain('none');
  });
});

describe('what should have been done by now', () => {
  const waitingSince = (minutes: number) =>
    club.pool.query(
      `insert into outbox (id, kind, subject_id, at, due_at) values ($1, 'ticketClosed', 'none', now() - make_interval(mins => $2), now() + interval '1 hour')`,
      [`late-${String(minutes)}`, minutes],
    );
  const runningSince = (minutes: number) =>
    club.pool.query(
      `insert into settlement_runs (id, cause, only_due, started_at, request_scope, request_id, input_hash)
       values ($1, 'operator', false, now() - make_interval(mins => $2), 'test', $1, $3)`,
      [`run-${String(minutes)}`, minutes, Buffer.alloc(32)],
    );

  it.each([
    ['stuckMessage', waitingSince],
    ['stuckRun', runningSince],
  ] as const)('is a %s after a quarter of an hour, once, and however old it is', async (kind, since) => {
    await since(14);
    await since(16);
    await since(60 * 24 * 400);
    await watchStuck({ pool: club.pool, log });
    await watchStuck({ pool: club.pool, log });
    const minutes = (await alarms(kind)).map(({ facts }) => facts.minutes);
    expect(minutes.sort()).toEqual([16, 60 * 24 * 400]);
  });
});

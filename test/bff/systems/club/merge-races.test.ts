import type { PoolClient } from 'pg';
import type { Actor } from '../../../../bff/http/service-token';
import { mergeMembers } from '../../../../bff/systems/club/people/merge-members';
import { indexOf } from '../../../../bff/systems/club/personal-fields';
import {
  clubMember,
  clubReview,
  phoneBindingAnswer,
  signInAnswer,
} from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { codeOf, newKey, parse, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

async function newMember(proof: { phone: string } | { openid: string }): Promise<Actor> {
  const reply = await club.send('POST', '/members/sign-ins', { as: actors.system, body: proof });
  return { subject: parse(reply, signInAnswer).member.id, role: 'member' };
}

const lock = (client: PoolClient, member: Actor) =>
  client.query('select 1 from members where id = $1 for update', [member.subject]);

/** The other transaction stands before our lock: from here on it goes the way that is tested. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await club.pool.query<{ waiting: number }>(
      `select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows[0]?.waiting) return;
  }
}

async function whileLocked<Result>(
  member: Actor,
  start: () => Promise<Result>,
  meanwhile: (client: PoolClient) => Promise<void>,
): Promise<Result> {
  const client = await club.pool.connect();
  try {
    await client.query('begin');
    await lock(client, member);
    const started = start();
    await untilSomebodyWaits();
    await meanwhile(client);
    await client.query('commit');
    return await started;
  } finally {
    client.release();
  }
}

describe('two merges at once', () => {
  test('a phone whose member is merged away meanwhile does not take the WeChat account with it', async () => {
    const wechat = await newMember({ openid: 'openid-of-a-crossing-merge' });
    const holder = await newMember({ phone: '13655550001' });
    const survivor = await newMember({ phone: '13655550002' });
    const reply = await whileLocked(
      holder,
      () => club.send('POST', '/members/phone-bindings', { as: wechat, body: { phone: '13655550001' } }),
      (client) =>
        mergeMembers(client, { from: holder.subject, into: survivor.subject, cause: 'identityReview' }),
    );
    expect(reply.status).toBe(200);
    expect(parse(reply, phoneBindingAnswer)).toMatchObject({
      mergedFrom: null,
      member: { id: wechat.subject, phone: '13655550001' },
    });
    expect((await newMember({ openid: 'openid-of-a-crossing-merge' })).subject).toBe(wechat.subject);
  });

  test('two reviews of one ID accepted at once leave one verified member, and both decisions an answer', async () => {
    const [first, second] = [
      await newMember({ phone: '13655550003' }),
      await newMember({ phone: '13655550004' }),
    ];
    const body = { kind: 'person', name: '钱多多', idNumber: '440524188001010014', cause: 'noMatch' };
    const reviewOf = async (as: Actor) =>
      parse(await club.send('POST', '/identity-reviews', { as, body, key: newKey() }), clubReview).id;
    const [firstReview, secondReview] = [await reviewOf(first), await reviewOf(second)];
    const accept = (id: string) =>
      club.send('POST', `/identity-reviews/${id}/decision`, {
        as: actors.cityOperator,
        key: newKey(),
        body: { decision: 'accepted', reason: '已核对证件' },
      });
    const reply = await whileLocked(
      second,
      () => accept(secondReview),
      async () => expect((await accept(firstReview)).status).toBe(200),
    );
    expect([reply.status, parse(reply, clubReview).state]).toEqual([200, 'accepted']);
    expect(await club.read('/members/me', second, clubMember)).toMatchObject({ identityVerified: true });
    expect((await club.send('GET', '/members/me', { as: first })).status).toBe(404);
  });

  test('a holder whose number changes meanwhile is not merged by the old one', async () => {
    const [holder, asking] = [
      await newMember({ phone: '13655550005' }),
      await newMember({ phone: '13655550006' }),
    ];
    const { name, idNumber } = { name: '孙小美', idNumber: '440524188001010030' };
    const verified = await club.send('POST', '/members/identity', {
      as: holder,
      key: newKey(),
      body: { kind: 'person', name, idNumber },
    });
    expect(verified.status).toBe(200);
    const review = parse(
      await club.send('POST', '/identity-reviews', {
        as: asking,
        key: newKey(),
        body: { kind: 'person', name, idNumber, cause: 'heldByAnother' },
      }),
      clubReview,
    );
    const body = { reviewId: review.id, confirmedPhone: '13655550005' };
    const reply = await whileLocked(
      holder,
      () => club.send('POST', '/members/merges', { as: asking, key: newKey(), body }),
      async (client) => {
        const changed = indexOf.phone(club.cipher, '13655550007');
        await client.query('update members set phone_index = $2 where id = $1', [holder.subject, changed]);
      },
    );
    expect([reply.status, codeOf(reply)]).toEqual([409, 'MERGE_NOT_OFFERED']);
    expect(await club.read('/members/me', holder, clubMember)).toMatchObject({ identityVerified: true });
  });
});

import {
  clubTransferAcceptance,
  clubTransferAnswer,
  clubTransferList,
  clubTransferPreview,
  clubVoucherDetail,
} from '../../../../bff/upstream/club/contract';
import { verifiedMember } from '../../../../bff/systems/demo-people';
import type { Actor } from '../../../../bff/http/service-token';
import { issueVouchers } from '../../../deep/support/issue-vouchers';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const counter = counterSteps(() => club);

async function issue(service = 'svc_wash', uses = 1): Promise<string> {
  const [id = ''] = await issueVouchers(club, {
    memberId: verifiedMember.memberId,
    service,
    count: 1,
    uses,
  });
  return id;
}

const offer = (
  voucherId: string,
  { as = actors.member as Actor, key = newKey(), body = {} as unknown } = {},
) => club.send('POST', `/vouchers/${voucherId}/transfers`, { as, key, body });
const offered = async (voucherId: string) => parse(await offer(voucherId), clubTransferAnswer).transfer;
const accept = (token: string | null, { as = actors.elder as Actor, key = newKey() } = {}) =>
  club.send('POST', '/transfers/acceptance', { as, key, body: { token } });
const takeBack = (id: string, as: Actor = actors.member) => club.send('DELETE', `/transfers/${id}`, { as });
const preview = async (token: string | null, as: Actor = actors.elder) =>
  parse(await club.send('POST', '/transfers/preview', { as, body: { token } }), clubTransferPreview);
const voucher = (id: string, as: Actor = actors.member) =>
  club.read(`/vouchers/${id}`, as, clubVoucherDetail);
const ofVoucher = async (voucherId: string, as: Actor = actors.member) =>
  (await club.read('/transfers?limit=100', as, clubTransferList)).items.find(
    (transfer) => transfer.voucherId === voucherId,
  );

describe('a voucher given away', () => {
  it('changes hands with a new code; the old one, its code and its screens end, and both people see it', async () => {
    const id = await issue('svc_wash', 3);
    const old = await voucher(id);
    const shown = await counter.present(id);
    const transfer = await offered(id);
    expect(await preview(transfer.token)).toMatchObject({
      state: 'offered',
      giverName: '张建国',
      own: false,
    });
    expect((await voucher(id)).transfer?.id).toBe(transfer.id);
    const { voucher: received } = parse(await accept(transfer.token), clubTransferAcceptance);
    expect(received).toMatchObject({ usesTotal: 3, usesLeft: 3, transferable: false, state: 'active' });
    const mine = await voucher(received.id, actors.elder);
    expect(mine.received).toBe(true);
    expect([mine.code === old.code, mine.code?.length]).toEqual([false, 16]);
    expect(await voucher(id)).toMatchObject({ state: 'transferred', code: null, transfer: null });
    expect(await ofVoucher(id)).toMatchObject({ direction: 'given', state: 'accepted', token: null });
    expect(await ofVoucher(received.id, actors.elder)).toMatchObject({
      direction: 'received',
      state: 'accepted',
      otherName: '张建国',
    });
    const looked = await counter.looked(shown.qr);
    expect(looked.voucher).toMatchObject({ redeemable: false, reason: 'transferred' });
    expect((await counter.looked(old.code ?? '')).voucher.redeemable).toBe(false);
    expect((await counter.looked(mine.code ?? '')).voucher.redeemable).toBe(true);
  });

  it('is offered and accepted once however often the requests come, with the same answers', async () => {
    const id = await issue();
    const key = newKey();
    const both = await Promise.all([offer(id, { key }), offer(id, { key })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0].text).toBe(both[1].text);
    expect(refusalOf(await offer(id, { key, body: { hours: 48 } }))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(refusalOf(await offer(id))).toEqual([409, 'TRANSFER_PENDING']);
    const { token } = parse(both[0], clubTransferAnswer).transfer;
    const acceptKey = newKey();
    const first = await accept(token, { key: acceptKey });
    const again = await accept(token, { key: acceptKey });
    expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true]);
    expect((await offer(id, { key })).text).toBe(both[0].text);
    expect(refusalOf(await accept(token))).toEqual([409, 'TRANSFER_ALREADY_ACCEPTED']);
    expect(refusalOf(await accept(token, { as: actors.basicMember }))).toEqual([
      409,
      'TRANSFER_ALREADY_ACCEPTED',
    ]);
  });

  it('is accepted by exactly one of many who open the link together', async () => {
    const { token } = await offered(await issue());
    const people = [actors.elder, actors.basicMember, actors.elder, actors.basicMember];
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) => accept(token, { as: people[index % people.length] })),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(
      new Set(replies.filter(({ status }) => status !== 201).map((reply) => refusalOf(reply).join(' '))),
    ).toEqual(new Set(['409 TRANSFER_ALREADY_ACCEPTED']));
  });

  it('is taken back as often as one likes, and can then be given again; another one’s offer does not exist', async () => {
    const id = await issue();
    const transfer = await offered(id);
    expect(refusalOf(await takeBack(transfer.id, actors.elder))).toEqual([404, 'NOT_FOUND']);
    expect((await takeBack(transfer.id)).status).toBe(204);
    expect((await takeBack(transfer.id)).status).toBe(204);
    expect(refusalOf(await accept(transfer.token))).toEqual([409, 'TRANSFER_TAKEN_BACK']);
    const second = await offered(id);
    expect(second.token).not.toBe(transfer.token);
    expect((await accept(second.token)).status).toBe(201);
    expect(refusalOf(await takeBack(second.id))).toEqual([409, 'TRANSFER_ALREADY_ACCEPTED']);
  });

  it('lapses by the clock, and lives for 24 hours unless said otherwise', async () => {
    const id = await issue();
    const transfer = await offered(id);
    const hours = (Date.parse(transfer.expiresAt) - Date.parse(transfer.offeredAt)) / 3_600_000;
    expect(hours).toBeCloseTo(24, 3);
    await club.pool.query('alter table transfers disable trigger fixed');
    await club.pool.query(
      `update transfers set offered_at = offered_at - interval '25 hours', expires_at = expires_at - interval '25 hours' where id = $1`,
      [transfer.id],
    );
    await club.pool.query('alter table transfers enable trigger fixed');
    expect((await preview(transfer.token)).state).toBe('expired');
    expect(await ofVoucher(id)).toMatchObject({ state: 'expired', token: null });
    expect((await voucher(id)).transfer).toBeNull();
    expect(refusalOf(await accept(transfer.token))).toEqual([409, 'TRANSFER_EXPIRED']);
    expect((await offer(id, { body: { hours: 72 } })).status).toBe(201);
    for (const body of [{ hours: 23 }, { hours: 73 }, { hours: 24.5 }, { to: 'x' }]) {
      expect(refusalOf(await offer(id, { body }))).toEqual([422, 'INVALID_INPUT']);
    }
  });

  it('stays usable until somebody accepts; a use ends the offer', async () => {
    const id = await issue();
    const transfer = await offered(id);
    const scanToken = await counter.scan(id);
    await counter.redeemed({ scanToken });
    expect((await preview(transfer.token)).state).toBe('ended');
    expect(refusalOf(await accept(transfer.token))).toEqual([409, 'TRANSFER_ENDED']);
  });

  it('is not given by oneself to oneself, nor by a token that nobody made', async () => {
    const { token } = await offered(await issue());
    expect((await preview(token, actors.member)).own).toBe(true);
    expect(refusalOf(await accept(token, { as: actors.member }))).toEqual([409, 'TRANSFER_OWN']);
    expect(refusalOf(await accept('x'.repeat(43)))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await accept('short'))).toEqual([422, 'INVALID_INPUT']);
  });

  it('leaves no token in the database', async () => {
    const { token } = await offered(await issue());
    const { rows } = await club.pool.query<{ text: string }>('select t::text as text from transfers t');
    expect(rows.some(({ text }) => text.includes(token ?? ''))).toBe(false);
  });
});

describe('a voucher that stays', () => {
  it('is partly used, bound to a car, for its owner alone, received, or somebody else’s', async () => {
    const card = await issue('svc_wash', 5);
    await counter.redeemed({ scanToken: await counter.scan(card) });
    expect(refusalOf(await offer(card))).toEqual([409, 'VOUCHER_PARTLY_USED']);
    expect(refusalOf(await offer(await issue('svc_airport_lounge')))).toEqual([
      409,
      'SERVICE_NOT_TRANSFERABLE',
    ]);
    const { rows } = await club.pool.query<{ id: string }>(
      `select id from vouchers where vehicle_id is not null and member_id = $1 and uses_left = uses_total limit 1`,
      [verifiedMember.memberId],
    );
    expect(refusalOf(await offer(rows[0]?.id ?? ''))).toEqual([409, 'VOUCHER_BOUND_TO_CAR']);
    const { token } = await offered(await issue());
    const { voucher: received } = parse(await accept(token), clubTransferAcceptance);
    expect(refusalOf(await offer(received.id, { as: actors.elder }))).toEqual([409, 'TRANSFER_ONCE_ONLY']);
    expect(refusalOf(await offer(await issue(), { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
  });
});

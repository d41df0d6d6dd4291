import {
  clubIdentityAnswer,
  clubMember,
  clubVehicle,
  clubVehicleList,
  clubVoucherList,
  phoneBindingAnswer,
  signInAnswer,
} from '../../../../bff/upstream/club/contract';
import type { Actor } from '../../../../bff/http/service-token';
import { elderMember, unverifiedMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { issueVouchers } from '../../../deep/support/issue-vouchers';
import { actors } from './actors';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const signIn = (body: unknown) => club.send('POST', '/members/sign-ins', { as: actors.system, body });
const asMember = (subject: string): Actor => ({ subject, role: 'member' });

async function newMember(body: unknown): Promise<Actor> {
  return asMember(parse(await signIn(body), signInAnswer).member.id);
}

describe('signing in', () => {
  it('finds the member of a phone, also with +86 and spaces', async () => {
    const answer = parse(await signIn({ phone: '+86 138 0000 0001' }), signInAnswer);
    expect(answer).toMatchObject({
      created: false,
      member: { id: verifiedMember.memberId, level: 'senior' },
    });
  });

  it('makes one member of twenty first sign-ins at once, by phone and by WeChat', async () => {
    for (const body of [{ phone: '13511110001' }, { openid: 'openid-race', unionid: 'unionid-race' }]) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(body)));
      const members = answers.map((answer) => parse(answer, signInAnswer));
      expect(new Set(members.map(({ member }) => member.id)).size).toBe(1);
      expect(members.filter(({ created }) => created)).toHaveLength(1);
    }
  });

  it('puts a new member into the branch that brought it, or else the one that takes new members', async () => {
    const brought = await signIn({ phone: '13511110002', ref: 'br_sd_jinan_lixia', scene: 'poster' });
    expect(parse(brought, signInAnswer).member.branchId).toBe('br_sd_jinan_lixia');
    const own = await signIn({ phone: '13511110003', ref: 'nobody' });
    expect(parse(own, signInAnswer).member.branchId).toBe('br_sd_jinan');
  });

  it.each([
    ['both', { phone: '13511110004', openid: 'o' }],
    ['neither', {}],
    ['no phone number', { phone: '12345' }],
    ['an unknown field', { phone: '13511110004', role: 'operator' }],
  ])('refuses %s', async (_name, body) => {
    expect(refusalOf(await signIn(body))).toEqual([422, 'INVALID_INPUT']);
  });

  it('is for the server alone', async () => {
    const reply = await club.send('POST', '/members/sign-ins', {
      as: actors.member,
      body: { phone: '13511110005' },
    });
    expect(refusalOf(reply)).toEqual([403, 'ACTOR_NOT_ALLOWED']);
  });

  it('answers nobody without a service token', async () => {
    const response = await fetch(`${club.url}/v1/members/me`);
    expect(response.status).toBe(401);
  });
});

describe('who somebody is', () => {
  it('tells a clerk, an owner and an operator with what they act for', async () => {
    const clerk = await club.read('/members/me', asMember(actors.clerk.subject), clubMember);
    expect(clerk).toMatchObject({ roles: ['member', 'clerk'], clerk: { clerkId: actors.clerk.clerkId } });
    expect(clerk.clerk?.stores.map(({ id }) => id)).toEqual(actors.clerk.storeIds);
    const owner = await club.read('/members/me', asMember(actors.owner.subject), clubMember);
    expect(owner.roles).toEqual(['member', 'merchantOwner']);
    expect(owner.clerk?.stores).toHaveLength(3);
    const operator = parse(await signIn({ phone: '13700000001' }), signInAnswer);
    expect(operator.member).toMatchObject({ roles: ['member', 'operator'], operator: { branchId: 'br_sd' } });
  });

  it('keeps preferences, and only those given', async () => {
    const change = (body: unknown) =>
      club.send('PATCH', '/members/me/preferences', { as: actors.basicMember, body });
    expect(parse(await change({ elder: true }), clubMember).preferences).toEqual({
      theme: 'system',
      elder: true,
    });
    expect(parse(await change({ theme: 'dark' }), clubMember).preferences).toEqual({
      theme: 'dark',
      elder: true,
    });
    expect(refusalOf(await change({ theme: 'pink' }))).toEqual([422, 'INVALID_INPUT']);
  });

  it('knows nobody who never was', async () => {
    expect(refusalOf(await club.send('GET', '/members/me', { as: asMember('nobody') }))).toEqual([
      404,
      'MEMBER_GONE',
    ]);
  });
});

describe('binding a phone', () => {
  const bind = (as: Actor, phone: string) =>
    club.send('POST', '/members/phone-bindings', { as, body: { phone } });

  it('gives a WeChat-only member a new phone, and the same again changes nothing', async () => {
    const wechat = await newMember({ openid: 'openid-new-phone' });
    const first = parse(await bind(wechat, '13522220001'), phoneBindingAnswer);
    expect(first).toMatchObject({ mergedFrom: null, member: { id: wechat.subject, phone: '13522220001' } });
    expect(parse(await bind(wechat, '13522220001'), phoneBindingAnswer)).toEqual(first);
    expect(refusalOf(await bind(wechat, '13522220002'))).toEqual([409, 'PHONE_ALREADY_BOUND']);
    expect(refusalOf(await bind(wechat, '1'))).toEqual([422, 'INVALID_INPUT']);
  });

  it('merges into the member the phone has, with everything that was there', async () => {
    const wechat = await newMember({ openid: 'openid-merges' });
    const [voucherId = ''] = await issueVouchers(club, {
      memberId: wechat.subject,
      service: 'svc_wash',
      count: 1,
    });
    const bound = parse(await bind(wechat, elderMember.phone), phoneBindingAnswer);
    expect(bound).toMatchObject({ mergedFrom: wechat.subject, member: { id: elderMember.memberId } });
    const vouchers = await club.read('/vouchers?limit=100', actors.elder, clubVoucherList);
    expect(vouchers.items.map(({ id }) => id)).toContain(voucherId);
    expect(refusalOf(await club.send('GET', '/members/me', { as: wechat }))).toEqual([404, 'MEMBER_GONE']);
    const again = parse(await signIn({ openid: 'openid-merges' }), signInAnswer);
    expect(again).toMatchObject({ created: false, member: { id: elderMember.memberId } });
    expect(again.member.mergedFrom).toEqual([wechat.subject]);
  });

  it('gives one phone to one member when two bind it at once', async () => {
    const members = await Promise.all(
      ['openid-two-a', 'openid-two-b'].map((openid) => newMember({ openid })),
    );
    const replies = await Promise.all(members.map((member) => bind(member, '13522220009')));
    const bound = replies.map((reply) => parse(reply, phoneBindingAnswer));
    expect(new Set(bound.map(({ member }) => member.id)).size).toBe(1);
    expect(bound.filter(({ mergedFrom }) => mergedFrom === null)).toHaveLength(1);
  });
});

describe('a verified identity', () => {
  const bind = (as: Actor, body: unknown, key = newKey()) =>
    club.send('POST', '/members/identity', { as, body, key });
  const identityOf = (person: { name: string; idNumber: string }) => ({
    kind: 'person',
    name: person.name,
    idNumber: person.idNumber,
  });

  it('makes the member senior at once, and a repeat gives the same answer', async () => {
    const key = newKey();
    const first = await bind(actors.basicMember, identityOf(unverifiedMember), key);
    expect(parse(first, clubIdentityAnswer)).toMatchObject({
      heldByAnother: false,
      member: { level: 'senior', identityVerified: true, name: unverifiedMember.name },
    });
    await club.send('PATCH', '/members/me/preferences', { as: actors.basicMember, body: { theme: 'light' } });
    const again = await bind(actors.basicMember, identityOf(unverifiedMember), key);
    expect([again.status, again.text, isReplay(again)]).toEqual([200, first.text, true]);
    expect(refusalOf(await bind(actors.basicMember, identityOf(elderMember), key))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(refusalOf(await bind(actors.basicMember, { ...identityOf(elderMember) }))).toEqual([
      409,
      'IDENTITY_ALREADY_BOUND',
    ]);
  });

  it('tells when another member holds the number, and changes nothing', async () => {
    const other = await newMember({ phone: '13533330001' });
    const answer = parse(await bind(other, identityOf(verifiedMember)), clubIdentityAnswer);
    expect(answer).toMatchObject({ heldByAnother: true, member: { level: 'basic', name: null } });
  });

  it('lets one of two members have a number when both ask at once', async () => {
    const members = await Promise.all(['13533330002', '13533330003'].map((phone) => newMember({ phone })));
    const identity = { kind: 'person', name: '周小鱼', idNumber: '440524188001010014' };
    const replies = await Promise.all(members.map((member) => bind(member, identity)));
    const held = replies.map((reply) => parse(reply, clubIdentityAnswer).heldByAnother);
    expect(held.sort()).toEqual([false, true]);
  });

  it('needs a number that can be one, and a request id', async () => {
    const member = await newMember({ phone: '13533330004' });
    const wrong = { kind: 'person', name: '张三', idNumber: '370102198603142016' };
    expect(refusalOf(await bind(member, wrong))).toEqual([422, 'INVALID_INPUT']);
    expect(refusalOf(await bind(member, { ...wrong, kind: 'organisation' }))).toEqual([422, 'INVALID_INPUT']);
    const keyless = await club.send('POST', '/members/identity', {
      as: member,
      body: identityOf(elderMember),
    });
    expect(refusalOf(keyless)).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
  });
});

describe('own vehicles', () => {
  const car = { plate: '鲁a·12345', plateType: '02', vin: 'LSVAM4187C2184847', engineNo: 'ea211-9' };
  const add = (as: Actor, body: unknown, key = newKey()) => club.send('POST', '/vehicles', { as, body, key });

  it('are added once, read, and removed twice without harm', async () => {
    const member = await newMember({ phone: '13544440001' });
    const key = newKey();
    const first = await add(member, car, key);
    const vehicle = parse(first, clubVehicle);
    expect([first.status, vehicle.plate, vehicle.engineNo]).toEqual([201, '鲁A12345', 'EA211-9']);
    const again = await add(member, car, key);
    expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true]);
    expect(refusalOf(await add(member, { ...car, engineNo: 'X1' }, key))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(refusalOf(await add(member, car))).toEqual([409, 'VEHICLE_EXISTS']);
    const list = await club.read('/vehicles', member, clubVehicleList);
    expect(list.items).toEqual([vehicle]);
    for (const expected of [204, 204]) {
      const removed = await club.send('DELETE', `/vehicles/${vehicle.id}`, { as: member });
      expect(removed.status).toBe(expected);
    }
    expect(refusalOf(await club.send('GET', `/vehicles/${vehicle.id}`, { as: member }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
  });

  it('of somebody else do not exist', async () => {
    const list = await club.read('/vehicles', actors.member, clubVehicleList);
    const path = `/vehicles/${list.items[0]?.id ?? ''}`;
    expect(refusalOf(await club.send('GET', path, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await club.send('DELETE', path, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
  });

  it.each([
    ['plate', { plate: '鲁A1' }],
    ['plateType', { plateType: '52' }],
    ['vin', { vin: 'LSVAM4187C218484I' }],
    ['engineNo', { engineNo: '发动机' }],
  ])('are refused with a wrong %s', async (_field, wrong) => {
    expect(refusalOf(await add(actors.member, { ...car, ...wrong }))).toEqual([422, 'INVALID_INPUT']);
  });

  it('are ten at most, also when twelve come at once', async () => {
    const member = await newMember({ phone: '13544440002' });
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        add(member, { ...car, plate: `鲁B1234${index % 10}`.slice(0, 6) + 'ABCDEFGHJKLM'.charAt(index) }),
      ),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(10);
    const refused = replies.filter((reply) => reply.status !== 201).map(refusalOf);
    expect(refused).toEqual([
      [409, 'TOO_MANY_VEHICLES'],
      [409, 'TOO_MANY_VEHICLES'],
    ]);
  });
});

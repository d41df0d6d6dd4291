import { agentCustomers, demoOperators, unverifiedMember } from '../../bff/systems/demo-people';
import { anonymous } from '../bff/features/caller';
import type { Phone } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld, type World } from './support/world';

const CONSENT = '我单独同意用姓名和证件号核验身份，找到名下的保单';
/** Nobody's number: whoever signs in with it has to be looked at by a person. */
const NEW_NUMBER = '13800000099';
const world = useWorld();

async function fillIdentity(phone: Phone, name: string, idNumber: string): Promise<void> {
  await phone.type('姓名', name);
  await phone.type('身份证号', idNumber);
}

/** The ID as it stands on the demo page, beside the account it belongs to. */
async function idOnDemoPage(phone: Phone): Promise<string> {
  await phone.open('/demo');
  await phone.see(unverifiedMember.phone);
  const found = /\b\d{17}[\dX]\b/.exec(await phone.text())?.[0];
  if (!found) throw new Error('no ID number on the demo page');
  return found;
}

async function acceptLatestReview({ stack }: World): Promise<void> {
  const nobody = anonymous(stack);
  const { phone } = demoOperators[0];
  await nobody.post('/ops/auth/sms-codes', { phone });
  const code = await stack.latestCode(phone);
  const session = await nobody.post<{ accessToken: string }>('/ops/auth/sms-sessions', { phone, code });
  const operator = anonymous(stack, session.body.accessToken);
  const { body } = await operator.get<{ items: { id: string }[] }>('/ops/identity-reviews?state=open');
  expect(body.items).toHaveLength(1);
  const decision = { decision: 'accepted', reason: '已核对身份证和行驶证' };
  const answer = await operator.post(`/ops/identity-reviews/${body.items[0]?.id ?? ''}/decision`, decision);
  expect(answer.status).toBe(200);
}

it('a member finds the ID on the demo page, mistypes it, binds it and sees the policies', async () => {
  const { person } = world();
  const phone = await person(unverifiedMember.phone);
  const idNumber = await idOnDemoPage(phone);
  expect(idNumber).toBe(unverifiedMember.idNumber);

  await phone.open('/');
  await phone.tap('保单');
  await phone.tap('填姓名和证件号');
  await fillIdentity(phone, unverifiedMember.name, idNumber.replace(/.$/, '5'));
  await phone.tap(CONSENT);
  await phone.tap('核验并绑定');
  await phone.see('身份证号不对，请对着证件再看一遍');
  await fillIdentity(phone, unverifiedMember.name, idNumber);
  await phone.tap('核验并绑定');
  await phone.see('已核实是您本人');
  await phone.tap('看我的保单');
  await phone.see(/鲁A·?9P208/);
});

it('a member whom the provider does not know gets a receipt, an operator accepts, and the policies appear', async () => {
  const here = world();
  const [customer] = agentCustomers;
  if (!customer) throw new Error('the agent has no customers');
  const phone = await here.person(NEW_NUMBER);
  await phone.open(pagePath('account', 'identity'));
  await fillIdentity(phone, customer.name, customer.idNumber);
  await phone.tap(CONSENT);
  await phone.tap('核验并绑定');
  await phone.see('正在由专人核对');
  await phone.see('最晚答复');
  await phone.open(pagePath('policies', 'list'));
  await phone.see('完善信息，查看保单');

  await acceptLatestReview(here);
  await phone.reload();
  await phone.see(new RegExp(customer.car.plate.replace('A', 'A·?')));
  expect((await here.stack.inbox(NEW_NUMBER))[0]?.text).toMatch(/核验|实名/);
});

import { systemNames, type SystemName } from '../../../bff/system-names';
import type { FaultName } from './faults';
import type { Ask, Lane } from './load';
import type { Product } from './product';

/** What people do that needs one system of record, and what they do that must not notice when it is sick. */
export interface Case {
  system: SystemName;
  lanes: readonly Lane[];
  /** Tells whether the system is reached again. */
  probe: Ask;
  /** A refusal that is a good answer here: the made-up code of a sign-in is no code, and of two who open a review at once one is late. */
  refuses?: string;
  /** What this system may do: WeChat's JSON comes under other types, too. */
  shrugsOff?: FaultName;
}

type CaseMaker = (product: Product, ids: { car: string; voucher: string }) => Omit<Case, 'system'>;

const POLICY = '/policies/pol_demo_fuel_sy';
const others = (asks: readonly Ask[]): Lane => ({ kind: 'others', perSecond: 12, asks });
const phoneOf = (turn: number) => `139${String(10_000_000 + turn)}`;

function memberAsks({ tokens }: Product) {
  const get = (path: string): Ask => ({ method: 'GET', path, token: tokens.member });
  return {
    get,
    ofClub: [get('/points'), get('/gifts'), get('/vouchers')],
    ofCore: [get('/policies'), get('/claims')],
  };
}

const makers: Record<SystemName, CaseMaker> = {
  core(product) {
    const { get, ofClub } = memberAsks(product);
    const probe = get(`${POLICY}/worked-example`);
    const move: Ask = {
      method: 'POST',
      path: `${POLICY}/contact`,
      token: product.tokens.member,
      body: (turn) => ({ address: `济南市历下区经十路 ${String(turn)} 号` }),
    };
    return {
      probe,
      lanes: [
        { kind: 'read', perSecond: 14, asks: [probe, get('/policies'), get(POLICY), get('/claims')] },
        { kind: 'write', perSecond: 5, asks: [move] },
        others(ofClub),
      ],
    };
  },
  club(product, { voucher }) {
    const { get, ofClub, ofCore } = memberAsks(product);
    const probe = get(`/vouchers/${voucher}/reports`);
    const complain: Ask = {
      method: 'POST',
      path: `/vouchers/${voucher}/reports`,
      token: product.tokens.member,
      body: (turn) => ({ kind: 'refusedByStore', comment: `第 ${String(turn)} 次` }),
    };
    return {
      probe,
      lanes: [
        { kind: 'read', perSecond: 14, asks: [probe, ...ofClub] },
        { kind: 'write', perSecond: 4, asks: [complain] },
        others(ofCore),
      ],
    };
  },
  violations(product, { car }) {
    const { get, ofClub, ofCore } = memberAsks(product);
    const probe = get(`/vehicles/${car}/violations`);
    return { probe, lanes: [{ kind: 'read', perSecond: 12, asks: [probe] }, others([...ofClub, ...ofCore])] };
  },
  identity(product) {
    const { ofClub, ofCore } = memberAsks(product);
    const probe: Ask = {
      method: 'POST',
      path: '/me/identity',
      token: product.tokens.newcomer,
      body: () => ({ name: '李雪莲', idNumber: '370104199207083524' }),
    };
    return {
      probe,
      lanes: [{ kind: 'write', perSecond: 8, asks: [probe] }, others([...ofClub, ...ofCore])],
      refuses: 'REVIEW_ALREADY_OPEN',
    };
  },
  wechat(product) {
    const { ofClub, ofCore } = memberAsks(product);
    const body = (turn: number) => ({ code: `made-up-${String(turn)}` });
    const probe: Ask = { method: 'POST', path: '/auth/wechat-sessions', body };
    const lanes: Lane[] = [{ kind: 'read', perSecond: 12, asks: [probe] }, others([...ofClub, ...ofCore])];
    return { probe, lanes, refuses: 'WECHAT_CODE_INVALID', shrugsOff: 'wrongType' };
  },
  sms(product) {
    const { ofClub, ofCore } = memberAsks(product);
    const body = (turn: number) => ({ phone: phoneOf(turn) });
    const probe: Ask = { method: 'POST', path: '/auth/sms-codes', body };
    return {
      probe,
      lanes: [{ kind: 'write', perSecond: 8, asks: [probe] }, others([...ofClub, ...ofCore])],
    };
  },
};

async function firstId(product: Product, path: string): Promise<string> {
  const headers = { Authorization: `Bearer ${product.tokens.member()}` };
  const response = await fetch(`${product.bff.url}/api/v1${path}`, { headers });
  const { items } = (await response.json()) as { items: { id: string }[] };
  const [first] = items;
  if (!first) throw new Error(`nothing at ${path}`);
  return first.id;
}

export async function casesOf(product: Product): Promise<Record<SystemName, Case>> {
  const ids = { car: await firstId(product, '/vehicles'), voucher: await firstId(product, '/vouchers') };
  const cases = systemNames.map((system) => [system, { system, ...makers[system](product, ids) }]);
  return Object.fromEntries(cases) as Record<SystemName, Case>;
}

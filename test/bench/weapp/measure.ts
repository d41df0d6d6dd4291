import { readFileSync, writeFileSync } from 'node:fs';
import { startHost, type Host } from '../../weapp-host/host';
import { logInByCode } from '../../weapp-host/support/people';
import { productAt } from '../../weapp-host/support/product';
import type { Measured, Order } from './order';

jest.setTimeout(300_000);

const QUIET_MS = 400;
const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 8000;

const order = JSON.parse(readFileSync(process.env.BENCH_ORDER ?? '', 'utf8')) as Order;

/** Until nothing has crossed to the view for a while. */
async function quiet(host: Host): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let seen = host.setData.length;
  let since = Date.now();
  while (Date.now() < deadline && Date.now() - since < QUIET_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (host.setData.length === seen) continue;
    seen = host.setData.length;
    since = Date.now();
  }
}

function shapeOf(root: Element): { nodes: number; depth: number; mostChildren: number } {
  const children = [...root.children].map(shapeOf);
  return {
    nodes: 1 + children.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...children.map(({ depth }) => depth)),
    mostChildren: Math.max(root.children.length, ...children.map(({ mostChildren }) => mostChildren)),
  };
}

async function measure(host: Host, name: string, address: string): Promise<Measured> {
  const from = host.route;
  const before = host.setData.length;
  const processor = process.cpuUsage();
  await host.open(address);
  await quiet(host);
  const { user, system } = process.cpuUsage(processor);
  // A page that has nothing to show by itself hands on to another one; what stands in the end is measured.
  const { route } = host;
  const sent = host.setData.slice(before);
  const hasOpened = route !== from || sent.some((record) => address.includes(record.route));
  if (!hasOpened) throw new Error(`${name} did not open; is this build older than the route table?`);
  // What the page below still sends while this one opens is not this one's.
  const sizes = sent.filter((record) => record.route === route).map(({ bytes }) => bytes);
  return {
    name,
    firstSetDataBytes: sizes[0] ?? 0,
    largestSetDataBytes: Math.max(0, ...sizes),
    setDataCalls: sizes.length,
    ...shapeOf(host.page),
    scriptMs: (user + system) / 1000,
  };
}

it('measures every page', async () => {
  const product = productAt(order);
  const phones: Partial<Record<'visitor' | 'member' | 'clerk' | 'owner', Map<string, unknown>>> = {
    visitor: new Map(),
  };
  for (const who of ['member', 'clerk', 'owner'] as const) {
    const host = await startHost({ dist: order.dist, apiBase: product.apiBase });
    await logInByCode(host, product, order.people[who]);
    phones[who] = host.storage;
    host.close();
  }
  const measured: Measured[] = [];
  for (const { name, address, who } of order.visits) {
    const host = await startHost({
      dist: order.dist,
      apiBase: product.apiBase,
      storage: phones[who],
      // A tab is opened from another one, so that its opening is seen.
      entry: name === 'home' ? 'features/account/pages/me/index' : undefined,
    });
    await quiet(host);
    measured.push(await measure(host, name, address));
    host.close();
  }
  writeFileSync(order.writeTo, JSON.stringify(measured));
});

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RouteName } from '../../../client/platform/route-table';
import { packageSizes, weappWeights } from '../../../config/check/weapp-packages';
import { signIn } from '../../bff/features/caller';
import { addressOf, visitsFor } from '../../journeys/support/visits';
import { temporaryFolder } from '../../support/run-folder';
import { startProduct } from '../../weapp-host/support/product';
import type { Bench, Figure, Table } from '../support/definition';
import { root } from '../support/surroundings';
import type { Measured, Order } from './order';

const KB = 1024;
/** WeChat's advice for a page, and our own promise for the main package and the first screen. */
const GOALS = {
  mainKb: 600,
  packageKb: 2048,
  allKb: 30 * 1024,
  firstSetDataKb: 32,
  nodes: 1000,
  depth: 30,
  children: 60,
};
const PEOPLE = { member: '13800000001', clerk: '13900000001', owner: '13900000002' };

/** In a process that looks like a browser, as the host of the bundle wants it. */
function measureIn(order: Order): Promise<Measured[]> {
  const file = path.join(path.dirname(order.writeTo), 'order.json');
  writeFileSync(file, JSON.stringify(order));
  const args = [
    '--config',
    'config/jest/weapp.cjs',
    '--forceExit',
    '--testMatch',
    '**/test/bench/weapp/measure.ts',
  ];
  const child = spawn(path.join(root, 'node_modules/.bin/jest'), args, {
    cwd: root,
    env: { ...process.env, BENCH_ORDER: file },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(order.writeTo, 'utf8')) as Measured[]);
      else reject(new Error(`the host could not measure\n${complaint}`));
    });
  });
}

function worst(pages: Measured[], name: string, key: keyof Omit<Measured, 'name'>, atMost: number): Figure {
  const page = pages.reduce((most, one) => (one[key] > most[key] ? one : most));
  const isBytes = key.endsWith('Bytes');
  return {
    name: `any page: ${name}`,
    value: page[key] / (isBytes ? KB : 1),
    unit: isBytes ? 'kB' : '',
    goal: { atMost },
    note: page.name,
  };
}

function figuresOf(sizes: Map<string, number>, pages: Measured[]): Figure[] {
  const main = sizes.get('main') ?? 0;
  const [largest = ['', 0]] = [...sizes].filter(([name]) => name !== 'main').sort((a, b) => b[1] - a[1]);
  const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const home = pages.find(({ name }) => name === 'home');
  return [
    { name: 'main package', value: main / KB, unit: 'kB', goal: { atMost: GOALS.mainKb } },
    {
      name: 'largest subpackage',
      value: largest[1] / KB,
      unit: 'kB',
      goal: { atMost: GOALS.packageKb },
      note: largest[0],
    },
    { name: 'all packages', value: all / KB, unit: 'kB', goal: { atMost: GOALS.allKb } },
    {
      name: 'first screen: first setData',
      value: (home?.firstSetDataBytes ?? 0) / KB,
      unit: 'kB',
      goal: { atMost: GOALS.firstSetDataKb },
    },
    worst(pages, 'largest setData', 'largestSetDataBytes', GOALS.firstSetDataKb),
    worst(pages, 'nodes', 'nodes', GOALS.nodes - 1),
    worst(pages, 'depth', 'depth', GOALS.depth - 1),
    worst(pages, 'children of one node', 'mostChildren', GOALS.children),
  ];
}

const tableOf = (pages: Measured[]): Table => ({
  title: 'weapp: each page, opened by somebody with data, until it is quiet',
  columns: ['page', 'first setData kB', 'largest kB', 'calls', 'nodes', 'depth', 'children', 'script ms'],
  rows: pages.map((page) => [
    page.name,
    page.firstSetDataBytes / KB,
    page.largestSetDataBytes / KB,
    page.setDataCalls,
    page.nodes,
    page.depth,
    page.mostChildren,
    Math.round(page.scriptMs),
  ]),
});

export const bench: Bench = {
  about: 'packages of the WeChat build, and what each page asks of the phone',
  async run({ say }) {
    const dist = path.resolve(root, process.env.WEAPP_ROOT ?? 'dist/weapp');
    const product = await startProduct();
    try {
      const visits = await visitsFor(await signIn(product, PEOPLE.member));
      const order: Order = {
        dist,
        baseUrl: product.baseUrl,
        wechat: product.wechat,
        people: PEOPLE,
        writeTo: path.join(temporaryFolder('bench'), 'measured.json'),
        visits: Object.entries(visits).flatMap(([name, ways]) => {
          const way = ways.find(({ who, then }) => who !== 'visitor' && !then) ?? ways[0];
          return way ? [{ name, address: addressOf(name as RouteName, way), who: way.who }] : [];
        }),
      };
      say(`${String(order.visits.length)} pages`);
      const pages = await measureIn(order);
      const sizes = packageSizes(dist);
      const budgeted = Object.entries(weappWeights(sizes)).map(([name, value]): Figure => ({
        name: `built: ${name}`,
        value,
        unit: 'kB',
        budget: `weapp.${name}`,
      }));
      return { figures: [...figuresOf(sizes, pages), ...budgeted], tables: [tableOf(pages)] };
    } finally {
      await product.stop();
    }
  },
};

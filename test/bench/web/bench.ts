import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { webWeights } from '../../../config/check/web-build';
import { newPhone } from '../../journeys/support/phone';
import { startBrowser, stopBrowser } from '../../journeys/support/browser';
import { fillLogin, pagePath } from '../../journeys/support/sign-in';
import { startProduct } from '../../weapp-host/support/product';
import type { Bench, Figure } from '../support/definition';
import { median, quartiles } from '../support/percentiles';
import { root } from '../support/surroundings';
import { gzipBytesOf, visit, type Screen, type Visit } from './visit';

const RUNS = 5;
const KB = 1024;
const GOALS = { scriptKb: 150, largestPaintMs: 2800, layoutShift: 0.05 };
const MEMBER = '13800000001';

const SCREENS: Screen[] = [
  { name: 'home, a visitor', path: '/', words: '出险报案', signedIn: false },
  { name: 'home, a member', path: '/', words: '鲁A', signedIn: true },
  { name: 'vouchers', path: pagePath('vouchers', 'list'), words: '出示', signedIn: true },
  { name: 'report, first step', path: pagePath('claims', 'report'), words: '没有人受伤', signedIn: true },
];

type Measured = 'largestPaintMs' | 'layoutShift' | 'readyMs' | 'requests' | 'transferredBytes';

function figuresOf(screen: Screen, visits: Visit[], webRoot: string): Figure[] {
  const of = (key: Measured) => visits.map((one) => one[key]);
  const interactive = visits.map(({ readyMs, lastLongTaskMs }) => Math.max(readyMs, lastLongTaskMs));
  const scripts = visits[0]?.scripts ?? [];
  const figure = (name: string, unit: string, samples: number[], per = 1): Figure => {
    const { low, high } = quartiles(samples);
    return {
      name: `${screen.name}: ${name}`,
      value: median(samples) / per,
      unit,
      ...(low === high ? {} : { spread: { low: low / per, high: high / per } }),
    };
  };
  const weights = visits.map((one) => gzipBytesOf(webRoot, one.scripts));
  return [
    {
      ...figure('JS before it stands', 'kB gzip', weights, KB),
      goal: { atMost: GOALS.scriptKb },
      note: `${String(scripts.length)} files`,
    },
    { ...figure('largest paint', 'ms', of('largestPaintMs')), goal: { atMost: GOALS.largestPaintMs } },
    { ...figure('layout shift', '', of('layoutShift')), goal: { atMost: GOALS.layoutShift } },
    figure('complete', 'ms', of('readyMs')),
    figure('answers a finger', 'ms', interactive),
    figure('requests', '', of('requests')),
    figure('transferred', 'kB', of('transferredBytes'), KB),
  ];
}

/** A phone on which nobody, or this member, has signed in; no worker keeps files, so that each visit is a first one. */
async function phoneOf(
  product: Awaited<ReturnType<typeof startProduct>>,
  signedIn: boolean,
): Promise<BrowserContext> {
  const phone = await newPhone(product.baseUrl, { serviceWorkers: 'block' });
  if (signedIn) {
    await phone.open(pagePath('account', 'login'));
    await fillLogin(phone, product, MEMBER);
    await phone.page.waitForURL((url) => !url.pathname.includes('/login/'));
  }
  await phone.page.close();
  return phone.context;
}

export const bench: Bench = {
  about: 'first screens of the web build on a slow phone, empty cache',
  async run({ runs = RUNS, say }) {
    const webRoot = path.resolve(root, process.env.TARO_OUTPUT_ROOT ?? 'dist/h5');
    const product = await startProduct({ webRoot });
    try {
      await startBrowser();
      const contexts = { visitor: await phoneOf(product, false), member: await phoneOf(product, true) };
      const figures: Figure[] = [];
      for (const screen of SCREENS) {
        const context = screen.signedIn ? contexts.member : contexts.visitor;
        // The first visit makes the server compress its files, as the first visitor of a day does.
        await visit(context, screen);
        const visits: Visit[] = [];
        for (let run = 0; run < runs; run += 1) visits.push(await visit(context, screen));
        say(`${screen.name}: ${visits.map(({ readyMs }) => Math.round(readyMs)).join(', ')} ms`);
        figures.push(...figuresOf(screen, visits, webRoot));
      }
      const { homeScriptKb = 0, largestPageScriptKb = 0 } = webWeights(webRoot);
      figures.push(
        {
          name: 'built: scripts of the home page',
          value: homeScriptKb,
          unit: 'kB gzip',
          budget: 'web.homeScriptKb',
        },
        {
          name: 'built: scripts of the heaviest other page',
          value: largestPageScriptKb,
          unit: 'kB gzip',
          budget: 'web.largestPageScriptKb',
        },
      );
      return { figures };
    } finally {
      await stopBrowser();
      await product.stop();
    }
  },
};

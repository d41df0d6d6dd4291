/**
 * `npm test`: unit and page tests, integration on real PostgreSQL over real HTTP, the real WeChat bundle in a host, and
 * journeys in a real Chromium on the web build. `npm run test:deep` (argument `deep`): races, crashes, guard mutations.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser';
import { bin, root, runSteps, type Step } from './steps';

const results = path.join(root, 'dist/test-results');

interface JestTotals {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

function jest(name: string, args: string[] = []): Step {
  return {
    name,
    run: [
      bin('jest'),
      '--config',
      'config/jest/jest.config.cjs',
      '--selectProjects',
      ...name.split(' and '),
      // A handle that a test forgot is told by jest and must not keep everybody waiting.
      '--forceExit',
      '--json',
      '--outputFile',
      path.join(results, `${name.replace(/\W+/g, '-')}.json`),
      ...args,
    ],
  };
}

/** One closing line over all runners, e.g. "tests: 512 passed, 0 failed, 0 skipped". */
function printTotals(): void {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const file of fs.readdirSync(results)) {
    const run = JSON.parse(fs.readFileSync(path.join(results, file), 'utf8')) as JestTotals;
    totals.passed += run.numPassedTests;
    totals.failed += run.numFailedTests;
    totals.skipped += run.numPendingTests;
  }
  console.log(
    `\ntests: ${String(totals.passed)} passed, ${String(totals.failed)} failed, ${String(totals.skipped)} skipped`,
  );
}

const everyday: Step[] = [
  { name: 'a browser for the journeys', run: ensureBrowser },
  { name: 'build for WeChat', run: [bin('taro'), 'build', '--type', 'weapp'] },
  { name: 'build for the web', run: [process.execPath, '--import', 'tsx', 'config/build-web.ts'] },
  jest('client and bff'),
  jest('weapp', ['--runInBand']),
  jest('journeys', ['--runInBand']),
];
const deep: Step[] = [jest('deep', ['--runInBand'])];

fs.rmSync(results, { recursive: true, force: true });
fs.mkdirSync(results, { recursive: true });
void runSteps('test', process.argv.includes('deep') ? deep : everyday).then(printTotals);

/** `npm run check`: everything that can be said about the code without running it, and about the packages it becomes. */
import { checkTradeWords } from './check/trade-words';
import { checkWeappPackages } from './check/weapp-packages';
import { checkWebBuild } from './check/web-build';
import { bin, runSteps } from './steps';

/** Beside the everyday builds, so that neither spoils the other. */
const RELEASE = { TARO_APP_RELEASE: '1', TARO_APP_API_BASE: 'https://club.example.com/api/v1' };
const WEAPP = 'dist/release/weapp';
const WEB = 'dist/release/h5';

void runSteps('check', [
  { name: 'prettier', run: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'tsc', run: [bin('tsc'), '--noEmit', '-p', '.'] },
  {
    name: 'eslint',
    run: [
      bin('eslint'),
      '-c',
      'config/eslint.config.mjs',
      '--max-warnings',
      '0',
      'bff',
      'client',
      'config',
      'test',
    ],
  },
  {
    name: 'dependency-cruiser',
    run: [
      bin('depcruise'),
      '--config',
      'config/dependency-cruiser.cjs',
      '--output-type',
      'err',
      'bff',
      'client',
      'test',
    ],
  },
  { name: 'knip', run: [bin('knip'), '--config', 'config/knip.json'] },
  { name: 'words of the house', run: checkTradeWords },
  { name: 'secretlint', run: [bin('secretlint'), '--maskSecrets', '**/*'] },
  {
    name: 'release build for WeChat',
    run: [bin('taro'), 'build', '--type', 'weapp'],
    env: { ...RELEASE, TARO_OUTPUT_ROOT: WEAPP },
  },
  { name: 'WeChat packages', run: () => checkWeappPackages(WEAPP) },
  {
    name: 'release build for the web',
    run: [bin('taro'), 'build', '--type', 'h5'],
    env: { ...RELEASE, TARO_OUTPUT_ROOT: WEB },
  },
  { name: 'web build', run: () => checkWebBuild(WEB) },
]);

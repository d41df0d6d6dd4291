import path from 'node:path';
import { NormalModuleReplacementPlugin } from 'webpack';

interface Rule {
  test(pattern: RegExp): Rule;
  include: { add(folder: string): { end(): Rule } };
  sideEffects(has: boolean): unknown;
  use(name: string): { loader(file: string): unknown };
}

export interface WebChain {
  module: { rule(name: string): Rule };
  resolve: { alias: { set(name: string, target: string | false): unknown } };
  plugin(name: string): {
    use(plugin: typeof NormalModuleReplacementPlugin, args: [RegExp, string]): unknown;
  };
}

/** What Taro loads for browsers without fetch, for a way of asking (JSONP) that no server of ours answers, and to name the phone's maker. */
const NOT_NEEDED = [
  'platform$',
  'whatwg-fetch',
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only',
  'jsonp-retry',
];

const contracts = path.resolve(__dirname, '../../bff');
const components = path.join(__dirname, 'components');

/** Contracts only declare: what a page does not use of a system's contract need not travel with it. */
export function splitContracts(chain: Pick<WebChain, 'module'>): void {
  chain.module.rule('contracts-apart').include.add(contracts).end().sideEffects(false);
}

/** Takes out of Taro's web runtime what no screen of ours uses; each line was measured with `npm run bench web`. */
export function leaveOutUnused(chain: WebChain): void {
  for (const name of NOT_NEEDED) chain.resolve.alias.set(name, false);
  chain.resolve.alias.set('query-string', path.join(__dirname, 'query-string.js'));
  chain.resolve.alias.set('@tarojs/components$', components);
  splitContracts(chain);
  chain.module.rule('components-apart').include.add(components).end().sideEffects(false);
  chain.resolve.alias.set(
    '@tarojs/components/dist/taro-components/taro-components.css',
    path.join(__dirname, 'taro-components.css'),
  );
  chain
    .plugin('no-tab-bar')
    .use(NormalModuleReplacementPlugin, [/\/tabbar\.js$/, path.join(__dirname, 'no-tab-bar.js')]);
  chain
    .plugin('no-navigation-bar')
    .use(NormalModuleReplacementPlugin, [
      /\/(navigationBar|navigation-bar)\.js$/,
      path.join(__dirname, 'no-navigation-bar.js'),
    ]);
  chain.module
    .rule('fold-stencil-flags')
    .test(/[\\/]@stencil[\\/]core[\\/]internal[\\/]client[\\/]index\.js$/)
    .use('fold')
    .loader(path.join(__dirname, 'fold-stencil-flags.cjs'));
}

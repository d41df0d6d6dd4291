import path from 'node:path';
import { NormalModuleReplacementPlugin, ProvidePlugin } from 'webpack';
import { splitContracts, type WebChain } from '../web/lean-runtime';

interface WeappChain extends Omit<WebChain, 'plugin'> {
  plugin(name: string): {
    use(plugin: typeof NormalModuleReplacementPlugin, args: [RegExp, string]): unknown;
    use(plugin: typeof ProvidePlugin, args: [Record<string, string[]>]): unknown;
  };
}

const own = (file: string) => path.join(__dirname, file);

/** What lies in the main package because Taro is made for every app, and no screen of ours uses; measured with `npm run bench weapp`. */
export function leaveOutOfWeapp(chain: WeappChain): void {
  splitContracts(chain);
  chain.resolve.alias.set('@tarojs/taro$', own('taro.cjs'));
  chain.module
    .rule('keep-named')
    .test(
      /[\\/]@tarojs[\\/](shared[\\/]dist[\\/](components|native-apis)|plugin-platform-weapp[\\/]dist[\\/]runtime)\.js$/,
    )
    .use('keep')
    .loader(own('keep-named.cjs'));
  chain
    .plugin('no-address')
    .use(NormalModuleReplacementPlugin, [
      /^\.(\.\/bom)?\/(location|history|URL|URLSearchParams)\.js$/,
      own('no-address.js'),
    ]);
  chain.plugin('missing-globals').use(ProvidePlugin, [
    {
      AbortController: [own('abort-controller.cjs'), 'AbortController'],
      // Older phones have no globalThis; libraries look for their environment in it.
      globalThis: ['@tarojs/runtime', 'window'],
    },
  ]);
}

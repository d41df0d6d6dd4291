import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { buildConstants } from './build-constants';
import { InstallablePlugin, type InstallableOptions } from './web/installable';
import { weappMinifier, webMinifier } from './minify';
import { leaveOutOfWeapp } from './weapp/lean-runtime';
import { leaveOutUnused, type WebChain } from './web/lean-runtime';

const root = path.resolve(__dirname, '..');
/** The client reads the server's contracts, which lie outside its own folder. */
const contracts = path.join(root, 'bff');
const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';
const constants = buildConstants(target, process.env);

/**
 * Sizes are written as they are drawn: a px stays a px on a phone of any width, and only the text scale a person chose changes it.
 * Taro's conversion to rpx or rem would shrink text on small phones, where it is needed most.
 */
const unconvertedPx = { enable: false, config: { targetUnit: 'px' } as object };

const cssModules = {
  enable: true,
  config: { namingPattern: 'module' as const, generateScopedName: '[local]_[hash:base64:5]' },
};

/**
 * Without shared chunks every page of the web build carries its own copy of the component runtime (54 kB); with one
 * chunk for all, the first screen waits for what only later pages share. So pages share what they share.
 */
const webChunks = {
  chunks: 'all' as const,
  minSize: 12000,
  maxAsyncRequests: 12,
  maxInitialRequests: 6,
  cacheGroups: {
    default: false as const,
    defaultVendors: false as const,
    vendors: { test: /node_modules/, minChunks: 2, priority: 10, reuseExistingChunk: true },
    common: { minChunks: 2, priority: 1, reuseExistingChunk: true },
  },
};

interface Chain {
  module: {
    rule(name: string): {
      use(name: string): { tap(change: (options: object) => object): unknown };
    };
  };
}

/** Babel's settings stand with the other settings of the build, not at the top of the repository. */
function useBabelConfig(chain: Chain): void {
  const configFile = path.join(__dirname, 'babel.cjs');
  chain.module
    .rule('script')
    .use('babelLoader')
    .tap((options) => ({ ...options, configFile }));
}

const textOf = (constant: string | undefined): string => JSON.parse(constant ?? '""') as string;

const app: InstallableOptions = {
  insurer: textOf(constants.BRAND_INSURER),
  product: textOf(constants.BRAND_PRODUCT),
  worker: process.env.TARO_APP_WORKER !== 'off',
};

/** Sounds stay files: WeChat plays none out of a data: address, and the web's security headers forbid it. */
const soundsAsFiles = { limit: 1 };

export default defineConfig<'webpack5'>({
  projectName: 'chezhu-club',
  date: '2026-11-22',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'client',
  // The server builds aside and renames, so that a build that was cut off is never served.
  outputRoot: process.env.TARO_OUTPUT_ROOT ?? `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: target === 'weapp' ? [path.join(__dirname, 'accessible-components.cjs')] : [],
  // Taro's own alias, because only it then tries the .weapp and .h5 endings.
  alias: { '@': path.join(root, 'client') },
  defineConstants: constants,
  terser: target === 'h5' ? webMinifier : weappMinifier,
  copy: { patterns: [], options: {} },
  mini: {
    optimizeMainPackage: { enable: true },
    minifyXML: { collapseWhitespace: true },
    // No screen of ours is written as HTML text, so that its parser stays at home.
    runtime: { enableInnerHTML: false },
    enableSourceMap: false,
    mediaUrlLoaderOption: soundsAsFiles,
    compile: { include: [contracts] },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: unconvertedPx, cssModules },
    webpackChain(chain) {
      useBabelConfig(chain);
      leaveOutOfWeapp(chain as unknown as Parameters<typeof leaveOutOfWeapp>[0]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    // `npm run dev`: the page reloads by itself, and everything that is not the client comes from the server.
    devServer: {
      host: '127.0.0.1',
      port: Number(process.env.TARO_DEV_PORT ?? 10086),
      open: false,
      proxy: [
        {
          context: ['/api', '/demo', '/health'],
          target: process.env.TARO_DEV_API ?? 'http://127.0.0.1:3000',
        },
      ],
    },
    enableSourceMap: false,
    mediaUrlLoaderOption: soundsAsFiles,
    // Taro's preset for terser writes broken private fields from modern syntax, and the build stays green.
    compile: {
      include: [contracts, (file: string) => /node_modules[\\/](@tanstack|zod|zustand)[\\/]/.test(file)],
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: unconvertedPx, cssModules },
    webpackChain(chain) {
      useBabelConfig(chain);
      leaveOutUnused(chain as unknown as WebChain);
      chain.optimization.splitChunks(webChunks);
      // A page that reloads by itself while somebody writes it must not come out of a cache.
      if (process.env.NODE_ENV !== 'development') chain.plugin('installable').use(InstallablePlugin, [app]);
    },
  },
});

/**
 * The web build is for browsers of the last five years, which know private fields, async functions and spread: writing them out for older ones
 * made every visitor load a seventh more. WeChat's own engines are those of iOS 12 and of its Android kernel: they know classes and async functions, but
 * neither private fields nor `?.`.
 */
const webBrowsers = { chrome: '87', edge: '87', firefox: '90', safari: '14.1', ios: '14.5' };
const wechatEngines = { chrome: '74', ios: '12' };
const targets = process.env.TARO_ENV === 'h5' ? webBrowsers : wechatEngines;

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        targets,
        ignoreBrowserslistConfig: true,
      },
    ],
  ],
  overrides: [{ test: /[\\/]bff[\\/].*contract/, plugins: [require.resolve('./pure-contracts.cjs')] }],
};

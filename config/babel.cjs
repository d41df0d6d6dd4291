/**
 * The web build is for browsers of the last five years, which know private fields, async functions and spread: writing them out for older ones
 * made every visitor load a seventh more. WeChat's own engine on old phones is older (browserslist in package.json).
 */
const webBrowsers = { chrome: '87', edge: '87', firefox: '90', safari: '14.1', ios: '14.5' };
const targets = process.env.TARO_ENV === 'h5' ? { targets: webBrowsers, ignoreBrowserslistConfig: true } : {};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, ...targets }]],
};

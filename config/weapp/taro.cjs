/** The package `@tarojs/taro`, word for word but for this: it asks the runtime for the one thing it needs, so that a bundler sees what nobody needs. */
'use strict';

const hooks = require('@tarojs/runtime').hooks;
const taro = require('@tarojs/api').default;

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro);

module.exports = taro;
module.exports.default = taro;

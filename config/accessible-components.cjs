const path = require('node:path');

/**
 * Taro's templates drop every attribute they do not know, and they know none of those that WeChat's screen readers ask for. This build plugin lets them
 * through, in the templates and, by the runtime file beside it, in the names that the runtime gives them.
 */
const components = require('./accessible-attributes.cjs');
const dropSpare = require('./spare-attributes.cjs');

module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(context, components);
      dropSpare(platform.template.internalComponents);
      const runtime = path.join(__dirname, 'accessible-runtime.cjs');
      platform.runtimePath = [].concat(platform.runtimePath, runtime);
    },
  });
};

const { mergeInternalComponents } = require('@tarojs/shared');

/** The same attributes for the runtime, so that it gives them the names the templates expect. */
mergeInternalComponents(require('./accessible-attributes.cjs'));

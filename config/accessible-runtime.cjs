const { internalComponents, mergeInternalComponents } = require('@tarojs/shared');
const dropSpare = require('./spare-attributes.cjs');

/** The same attributes for the runtime, so that it gives them the names the templates expect. */
mergeInternalComponents(require('./accessible-attributes.cjs'));
dropSpare(internalComponents);

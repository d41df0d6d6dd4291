// One by one, so that a bundler sees what nobody asks for.
const internalComponents = require('@tarojs/shared').internalComponents;
const mergeInternalComponents = require('@tarojs/shared').mergeInternalComponents;
const dropSpare = require('./spare-attributes.cjs');

/** The same attributes for the runtime, so that it gives them the names the templates expect. */
mergeInternalComponents(require('./accessible-attributes.cjs'));
dropSpare(internalComponents);

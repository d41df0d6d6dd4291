const { BUILD } = require('@stencil/core/internal/app-data');

/**
 * The component runtime asks at run time for features that were settled when it was published (`BUILD.hydrateServerSide`), so that no bundler
 * can see which branches are dead. This writes the runtime's own answers into it; the minifier then drops a third of it.
 */
module.exports = function foldStencilFlags(source) {
  return source.replace(/\bBUILD\.(\w+)\b/g, (asked, flag) => (flag in BUILD ? String(BUILD[flag]) : asked));
};

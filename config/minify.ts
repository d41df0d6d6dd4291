/**
 * How scripts are made small. Taro's own settings spell every Chinese character as six bytes in the mini-program, switch off most of what the minifier
 * can do there, and keep the name of every function in the web build.
 */
const folded = {
  arrows: true,
  collapse_vars: true,
  comparisons: true,
  computed_props: true,
  hoist_props: true,
  inline: true,
  loops: true,
  negate_iife: true,
  properties: true,
  reduce_funcs: true,
  reduce_vars: true,
  switches: true,
  toplevel: true,
  typeofs: true,
  directives: true,
};

/** Written for the engines of config/babel.cjs. */
export const weappMinifier = {
  enable: true,
  config: {
    parse: { ecma: 2018 },
    compress: { ...folded, ecma: 2018, passes: 2 },
    output: { ecma: 2018, ascii_only: false },
  } as object,
};

export const webMinifier = {
  enable: true,
  config: {
    ecma: 2020,
    keep_fnames: false,
    compress: { passes: 2 },
    output: { quote_keys: false, keep_quoted_props: false },
  } as object,
};

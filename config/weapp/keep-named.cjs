const fs = require('node:fs');
const path = require('node:path');

const client = path.resolve(__dirname, '../../client');

/**
 * Taro carries the attributes of some eighty components and the names of two hundred functions of WeChat's; the client uses a few of each. Whatever it names
 * anywhere stays, so that nothing has to be added here for one more. A component keeps its place in the list even when empty: templates count them.
 */
function namesIn(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
  return new Set(
    files.flatMap((file) => fs.readFileSync(path.join(folder, file), 'utf8').match(/\w+/g) ?? []),
  );
}

const ATTRIBUTES_OF_A_PLATFORM = /^ {4}(\w+): \{\n(?: {8}.*\n| {4}\/\/.*\n)+ {4}\}/gm;
const ATTRIBUTES_OF_TARO = /^const ([A-Z]\w+) = (?:Object\.assign\(.*\)|\{\n(?: {4}.*\n)+\});$/gm;
const PROMISING_FUNCTIONS = /(const needPromiseApis = new Set\(\[)([^\]]+)(\]\);)/;

module.exports = function keepNamed(source) {
  this.addContextDependency(client);
  const named = namesIn(client);
  const lean = source
    .replace(ATTRIBUTES_OF_A_PLATFORM, (all, name) => (named.has(name) ? all : `    ${name}: {}`))
    .replace(ATTRIBUTES_OF_TARO, (all, name) => (named.has(name) ? all : `const ${name} = {};`))
    .replace(PROMISING_FUNCTIONS, (_all, open, names, close) => {
      const kept = names.split(',').filter((name) => named.has(name.trim().slice(1, -1)));
      return open + kept.join(',') + close;
    });
  if (lean === source)
    throw new Error(`${this.resourcePath} is written differently now; see config/weapp/keep-named.cjs`);
  return lean;
};

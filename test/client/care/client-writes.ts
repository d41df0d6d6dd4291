import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const client = path.resolve(__dirname, '../../../client');

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

const WRITES = new Set(['write', 'uploadFile']);

function callsAWrite(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && WRITES.has(node.expression.text))
    return true;
  return ts.forEachChild(node, (child) => callsAWrite(child) || undefined) ?? false;
}

const takesTheClient = (source: ts.SourceFile): boolean =>
  source.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      /^(@\/api|\.)\/client$/.test(statement.moduleSpecifier.text),
  );

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text;
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  return declaration && ts.isIdentifier(declaration.name) ? declaration.name.text : undefined;
}

/** `gifts.claimGift` for a function of a feature's `api.ts`; the file's own name where writing is what the file is for. */
function writesOf(file: string): string[] {
  const source = parse(file);
  if (!takesTheClient(source)) return [];
  const names = source.statements.filter(callsAWrite).map(nameOf);
  const [, feature] = /features\/([^/]+)\/(?:[\w-]+\/)*(?:[\w-]+-)?api\.ts$/.exec(file) ?? [];
  if (names.length === 0) return [];
  return feature ? names.map((name) => `${feature}.${name ?? '?'}`) : [path.basename(file, '.ts')];
}

/** Everything by which the client changes something on the server, read from its source. */
export const clientWrites = (): string[] =>
  [
    ...new Set(
      ['api', 'features'].flatMap((folder) => sourcesUnder(path.join(client, folder))).flatMap(writesOf),
    ),
  ].sort();

/** How a screen takes words: `words.title`, or `words.states[state]` for one of several. */
const takenAs = (name: string, group: string | undefined): RegExp =>
  new RegExp(group === undefined ? `\\.${name}\\b` : `\\.${name}\\b|\\b${group}\\[`);

function wordsIn(node: ts.Node, words: string, group: string | undefined, found: RegExp[]): void {
  const isNamed = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name);
  const name = isNamed && ts.isIdentifier(node.name) ? node.name.text : undefined;
  if (isNamed && name !== undefined) {
    const { initializer } = node;
    const isText = !ts.isObjectLiteralExpression(initializer) && !ts.isArrayLiteralExpression(initializer);
    if (isText && initializer.getText().includes(words)) found.push(takenAs(name, group));
  }
  ts.forEachChild(node, (child) => wordsIn(child, words, name ?? group, found));
}

/** The screen of a part of the client that says these words of its `messages.ts`. */
export function screenThatSays(part: string, words: string): string | undefined {
  const files = sourcesUnder(path.join(client, part));
  const ways = files
    .filter((file) => file.endsWith('messages.ts'))
    .flatMap((file) => {
      const found: RegExp[] = [];
      wordsIn(parse(file), words, undefined, found);
      return found;
    });
  return files
    .filter((file) => !file.endsWith('messages.ts'))
    .find((file) => ways.some((way) => way.test(readFileSync(file, 'utf8'))));
}

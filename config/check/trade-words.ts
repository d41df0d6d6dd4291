import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { plainInstead } from '../../client/ui/glossary';
import { root } from '../steps';

/** Where words are written that a customer reads: the screens, the answers and refusals behind them, the texts of the systems, the messages to a phone. */
const FOLDERS = ['client', 'bff'];
/** What the house's own people read. */
const NOT_FOR_CUSTOMERS = /^bff\/(features\/ops|systems\/[^/]+\/ops)\//;
/** The law or the rule that a promise comes from is quoted in its own words, and is shown to nobody. */
const QUOTED = new Set(['source']);

/** Everyday words that only happen to hold two signs of a word of the house. */
const EVERYDAY = /确定损失|审核赔款/g;

function sourceFiles(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(at);
    return /\.tsx?$/.test(entry.name) && !NOT_FOR_CUSTOMERS.test(at) && at !== 'client/ui/glossary.ts'
      ? [at]
      : [];
  });
}

const isQuoted = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node.parent) && QUOTED.has(node.parent.name.getText());

/** Who comes to a counter is 客人 to the people there, and 会员 only to the insurer. */
const COUNTER = /^(client|bff)\/features\/merchant\/|^bff\/systems\/club\/(counter|settlement)\//;

const wordsFor = (file: string): [word: string, instead: string][] => [
  ...Object.entries(plainInstead),
  ...(COUNTER.test(file) ? [['会员', '客人'] as [string, string]] : []),
];

/** The strings of a file with a word of the house in them: `path:line 理算, say 计算赔款`. */
export function houseWordsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if ((isText || ts.isJsxText(node)) && !isQuoted(node)) {
      const words = node.text.replace(EVERYDAY, '');
      for (const [word, plain] of wordsFor(file)) {
        if (!words.includes(word)) continue;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${file}:${String(line + 1)} ${word}, say ${plain}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Each of these words with a file whose texts hold it; a word without one explains nothing. */
export function whereTermsStand(terms: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of FOLDERS.flatMap(sourceFiles)) {
    const text = fs.readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    for (const term of terms) if (!found.has(term) && text.includes(term)) found.set(term, file);
  }
  return found;
}

/** No word that only the house knows is written where a customer could read it. */
export function checkTradeWords(): void {
  const files = FOLDERS.flatMap(sourceFiles);
  const found = files.flatMap((file) => houseWordsIn(file, fs.readFileSync(path.join(root, file), 'utf8')));
  if (found.length > 0) throw new Error(`words that only the house knows:\n${found.join('\n')}`);
  console.log(`${String(files.length)} files, no word that only the house knows`);
}

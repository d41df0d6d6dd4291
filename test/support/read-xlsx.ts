import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;

/** The files of a zip archive, found by its directory at the end as every reader does. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a zip archive');
  const files = new Map<string, string>();
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(entry + 10);
    const packedBytes = archive.readUInt32LE(entry + 20);
    const nameBytes = archive.readUInt16LE(entry + 28);
    const moreBytes = archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
    const local = archive.readUInt32LE(entry + 42);
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameBytes);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + packedBytes);
    files.set(name, (method === STORED ? packed : inflateRawSync(packed)).toString('utf8'));
    entry += 46 + nameBytes + moreBytes;
  }
  return files;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (xml: string) =>
  xml.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(parseInt(name.slice(2), 16));
    return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] ?? whole);
  });

const textsOf = (xml: string) =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => unescaped(text)).join('');

/** A is 0, Z is 25, AA is 26. */
const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What a spreadsheet program shows in a cell: text, or a number. */
export type XlsxCell = string | number;

interface XlsxSheet {
  /** Row by row and column by column; a cell without content is an empty text. */
  rows: XlsxCell[][];
  hasFormula: boolean;
}

/** The first sheet of a real file. */
export function readXlsx(file: Buffer): XlsxSheet {
  const files = unzip(file);
  const sheet = files.get('xl/worksheets/sheet1.xml');
  if (sheet === undefined) throw new Error('a workbook without a sheet');
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    ([, item = '']) => textsOf(item),
  );
  const cellOf = (attributes: string, content: string): XlsxCell => {
    const value = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1];
    if (attributes.includes('t="s"')) return shared[Number(value)] ?? '';
    return attributes.includes('t="inlineStr"') ? textsOf(content) : Number(value);
  };
  const rowOf = (xml: string): XlsxCell[] => {
    const row: XlsxCell[] = [];
    for (const [, attributes = '', content] of xml.matchAll(/<c\s([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const column = columnOf(/r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? 'A');
      while (row.length < column) row.push('');
      row.push(content === undefined ? '' : cellOf(attributes, content));
    }
    return row;
  };
  const rows = [...sheet.matchAll(/<row[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, row = '']) => rowOf(row));
  return { rows, hasFormula: /<f[\s>]/.test(sheet) };
}

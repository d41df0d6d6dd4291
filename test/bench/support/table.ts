import type { BenchResult, Figure, Table } from './definition';

/** Chinese signs are two columns wide on a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + (/[⺀-￦]/u.test(sign) ? 2 : 1), 0);

const pad = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
};

/** Four digits that matter: 0.1842, 12.34, 1,204. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  const decimals = Math.max(0, 3 - Math.max(0, Math.floor(Math.log10(Math.abs(value)))));
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(4, decimals) });
}

/** Lines of cells in columns; columns that hold numbers lean right. */
export function alignedTable(columns: string[], rows: (string | number)[][]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)));
  const leansRight = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const widths = columns.map((column, at) =>
    Math.max(widthOf(column), ...cells.map((row) => widthOf(row[at] ?? ''))),
  );
  const line = (row: string[]) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, leansRight[at] ?? false))
      .join('  ')
      .trimEnd();
  return [line(columns), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}

export function isMet({ value, goal }: Figure): boolean {
  if (!goal) return true;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

function wordsOfGoal(figure: Figure): [string, string] {
  const { goal } = figure;
  if (!goal) return ['', ''];
  const words = 'atMost' in goal ? `≤ ${formatNumber(goal.atMost)}` : `≥ ${formatNumber(goal.atLeast)}`;
  return [words, isMet(figure) ? 'met' : 'MISSED'];
}

function figureRows(figures: Figure[]): (string | number)[][] {
  return figures.map((figure) => [
    figure.name,
    figure.value,
    figure.unit,
    ...wordsOfGoal(figure),
    figure.spread ? `${formatNumber(figure.spread.low)}–${formatNumber(figure.spread.high)}` : '',
    figure.note ?? '',
  ]);
}

/** Drops columns in which nothing stands. */
function filled(table: Table): Table {
  const kept = table.columns.map((_, at) => table.rows.some((row) => row[at] !== ''));
  const only = <Cell>(row: Cell[]) => row.filter((_, at) => kept[at]);
  return { title: table.title, columns: only(table.columns), rows: table.rows.map(only) };
}

export function printResult(title: string, { figures, tables = [] }: BenchResult): string {
  const columns = ['figure', 'value', 'unit', 'goal', '', 'spread', 'note'];
  const all = [...tables, filled({ title, columns, rows: figureRows(figures) })];
  return all.map((table) => `\n${table.title}\n${alignedTable(table.columns, table.rows)}`).join('\n');
}

import type PDFDocument from 'pdfkit';

export type Sheet = InstanceType<typeof PDFDocument>;

export const LEFT = 42;
export const WIDTH = 511;
const PAD_X = 6;
const PAD_Y = 3.5;
const SIZE = 9;
const RULE = '#9aa7a5';
const HEAD = '#eef3f2';
const INK = '#12211f';

export interface Cell {
  words: string;
  /** Share of the width. */
  width: number;
  label?: true;
  align?: 'left' | 'right' | 'center';
}

/** One row of a ruled table, as high as its longest cell; a page that has no room for it is followed by another. */
export function tableRow(sheet: Sheet, cells: readonly Cell[], y: number, newPage: () => number): number {
  const total = cells.reduce((sum, { width }) => sum + width, 0);
  const widths = cells.map(({ width }) => (width / total) * WIDTH);
  const height = Math.max(
    ...cells.map(({ words, label }, index) => {
      sheet.font(label ? 'bold' : 'text').fontSize(SIZE);
      return (
        sheet.heightOfString(words || ' ', { width: (widths[index] ?? 0) - 2 * PAD_X, lineGap: 1.5 }) +
        2 * PAD_Y
      );
    }),
  );
  const top = y + height > sheet.page.height - 70 ? newPage() : y;
  let x = LEFT;
  cells.forEach(({ words, label, align = 'left' }, index) => {
    const width = widths[index] ?? 0;
    if (label) sheet.rect(x, top, width, height).fill(HEAD);
    sheet.lineWidth(0.5).rect(x, top, width, height).stroke(RULE);
    sheet.font(label ? 'bold' : 'text').fontSize(SIZE);
    sheet
      .fillColor(INK)
      .text(words, x + PAD_X, top + PAD_Y, { width: width - 2 * PAD_X, align, lineGap: 1.5 });
    x += width;
  });
  return top + height;
}

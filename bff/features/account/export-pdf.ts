import PDFDocument from 'pdfkit';
import type { ExportChapter } from './export-document';

const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const INK = '#12211f';
const QUIET = '#5d6c69';

export interface ExportHead {
  title: string;
  insurer: string;
  madeAt: string;
}

/** A4 that any phone opens, WeChat's own reader included. */
export function renderExportPdf(head: ExportHead, chapters: readonly ExportChapter[]): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'A4', margin: 48, info: { Title: head.title } });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
  });
  paper.font(FONT);
  paper.fontSize(20).fillColor(INK).text(head.title);
  paper
    .fontSize(10)
    .fillColor(QUIET)
    .text(
      `${head.insurer} · ${head.madeAt.slice(0, 16).replace('T', ' ')} 按您的要求导出 · 里面有您的完整信息，请妥善保管`,
    );
  for (const { title, lines } of chapters) {
    paper.moveDown(1).fontSize(14).fillColor(INK).text(title);
    paper.moveDown(0.3).fontSize(10.5);
    if (lines.length === 0) paper.fillColor(QUIET).text('没有');
    for (const line of lines) paper.fillColor(INK).text(line, { lineGap: 3 });
  }
  paper.end();
  return finished;
}

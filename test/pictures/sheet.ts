import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import type { Shot } from './shoot';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const nameOf = (shot: Shot): string => `${shot.route} · ${shot.state}`;

const style = `body{font:14px/1.5 system-ui;margin:24px;background:#e4e8e8;color:#123}
h2{margin:32px 0 8px}.row{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
figure{margin:0}img{display:block;border-radius:8px;box-shadow:0 1px 6px #0003;max-height:640px;background:#fff}
figcaption{margin:4px 0 0}.trouble{color:#b00020;max-width:300px;white-space:pre-wrap}`;

/** All pictures of a run on one page, a row a state. */
export async function writePage(shots: readonly Shot[], out: string): Promise<string> {
  const rows = new Map<string, Shot[]>();
  for (const shot of shots) rows.set(nameOf(shot), [...(rows.get(nameOf(shot)) ?? []), shot]);
  const body = [...rows].map(([name, row]) => {
    const figures = row.map(
      (shot) =>
        `<figure><a href="${escape(shot.fullFile ?? shot.file)}"><img loading="lazy" src="${escape(shot.file)}" alt="${escape(name)}"></a>` +
        `<figcaption>${shot.theme}, ${shot.size}${shot.fullFile ? ', all of it behind the picture' : ''}</figcaption>` +
        `${shot.trouble ? `<p class="trouble">${escape(shot.trouble)}</p>` : ''}</figure>`,
    );
    return `<h2>${escape(name)}</h2><div class="row">${figures.join('')}</div>`;
  });
  const file = path.join(out, 'index.html');
  const page = `<!doctype html><meta charset="utf-8"><title>Every screen in every state</title><style>${style}</style>${body.join('')}`;
  await writeFile(file, page);
  return file;
}

const COLUMNS = 6;
const CELL_PX = 300;
const LABEL_PX = 26;
const GAP_PX = 14;

interface Cell {
  image: Buffer;
  height: number;
  shot: Shot;
}

async function cellOf(shot: Shot, out: string): Promise<Cell> {
  const { data, info } = await sharp(path.join(out, shot.file))
    .resize({ width: CELL_PX })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { image: data, height: info.height, shot };
}

/** Drawn as text, because the server in this process has taught the picture library to refuse SVG. */
const label = ({ shot }: Cell): OverlayOptions['input'] => ({
  text: {
    text: `<span foreground="${shot.trouble ? '#b00020' : '#112233'}">${escape(nameOf(shot))}</span>`,
    font: 'sans 11',
    rgba: true,
  },
});

/** The pictures of one theme and one width beside one another, to be looked at as a whole. */
export async function writeSheet(shots: readonly Shot[], out: string, file: string): Promise<void> {
  const cells = await Promise.all(shots.map((shot) => cellOf(shot, out)));
  const tallest = Math.max(...cells.map(({ height }) => height));
  const columns = Math.min(COLUMNS, cells.length);
  const step = { x: CELL_PX + GAP_PX, y: tallest + LABEL_PX + GAP_PX };
  const layers = cells.flatMap((cell, index): OverlayOptions[] => {
    const left = GAP_PX + (index % columns) * step.x;
    const top = GAP_PX + Math.floor(index / columns) * step.y;
    return [
      { input: label(cell), left, top },
      { input: cell.image, left, top: top + LABEL_PX },
    ];
  });
  const rows = Math.ceil(cells.length / columns);
  await sharp({
    create: {
      width: GAP_PX + columns * step.x,
      height: GAP_PX + rows * step.y,
      channels: 3,
      background: '#dfe5e5',
    },
  })
    .composite(layers)
    .jpeg({ quality: 82 })
    .toFile(path.join(out, file));
}

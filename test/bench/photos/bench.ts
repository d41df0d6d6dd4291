import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import {
  BLURRED_BELOW,
  DARK_BELOW,
  hashDistance,
  isSamePicture,
  measurePhoto,
  qualityOf,
  SAME_WITHIN_BITS,
  type PhotoMeasures,
  type PhotoQuality,
} from '../../../client/features/claims/photos/photo-quality';
import type { Bench, Figure, Table } from '../support/definition';
import { seededRandom } from '../support/random';
import { labelledSet, pixelsOf, type Label, type Labelled } from './labelled';
import { drawnScenes } from './scenes';

const SIDE_PX = 256;
const DRAWN_SCENES = 24;

interface Looked extends Labelled {
  measures: PhotoMeasures;
}

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** A folder of real photographs, where one is at hand; nothing of it is kept. */
async function realPhotos(say: (line: string) => void): Promise<Buffer[]> {
  const folder = process.env.PHOTOS_FOLDER;
  if (!folder) return [];
  const photos: Buffer[] = [];
  for (const name of readdirSync(folder).filter((file) => /\.(jpe?g|png|webp)$/i.test(file))) {
    try {
      const photo = readFileSync(path.join(folder, name));
      await sharp(photo).raw().toBuffer();
      photos.push(photo);
    } catch {
      say(`${name} cannot be read as a picture`);
    }
  }
  return photos;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function figuresOf(name: string, { right, wrong, missed }: Counts, source: string): Figure[] {
  return [
    {
      name: `${name}: precision`,
      value: share(right, right + wrong),
      unit: '',
      goal: { atLeast: 0.9 },
      note: `${source}: ${String(right)} right, ${String(wrong)} said wrongly`,
    },
    {
      name: `${name}: recall`,
      value: share(right, right + missed),
      unit: '',
      goal: { atLeast: 0.9 },
      note: `${String(missed)} missed`,
    },
  ];
}

/** A black picture is told in stronger words, and is a dark one all the same. */
function saidOf(measures: PhotoMeasures): PhotoQuality {
  const quality = qualityOf(measures);
  return quality === 'black' ? 'dark' : quality;
}

function countsOf(looked: readonly Looked[], label: Label): Counts {
  const said = looked.filter(({ measures }) => saidOf(measures) === label);
  const right = said.filter((one) => one.label === label).length;
  const all = looked.filter((one) => one.label === label).length;
  return { right, wrong: said.length - right, missed: all - right };
}

/** Every pair of sharp, light pictures: the same scene is a repetition, another is not. */
function repetitionCounts(looked: readonly Looked[]): Counts {
  const fine = looked.filter(({ label }) => label === 'fine');
  const counts = { right: 0, wrong: 0, missed: 0 };
  fine.forEach((one, at) => {
    for (const other of fine.slice(at + 1)) {
      const isSame = one.scene === other.scene;
      const said = isSamePicture(one.measures, other.measures);
      if (said && isSame) counts.right += 1;
      else if (said) counts.wrong += 1;
      else if (isSame) counts.missed += 1;
    }
  });
  return counts;
}

function spreadOf(values: number[]): [number, number, number] {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return [sorted[0] ?? 0, at(0.5), sorted[sorted.length - 1] ?? 0];
}

function tableOf(source: string, looked: readonly Looked[]): Table {
  const ways = [...new Set(looked.map(({ made }) => made))];
  const rows = ways.map((made) => {
    const of = looked.filter((one) => one.made === made);
    const rounded = (values: number[]) => spreadOf(values).map((value) => Math.round(value));
    return [
      made,
      of.length,
      ...rounded(of.map(({ measures }) => measures.brightness)),
      ...rounded(of.map(({ measures }) => measures.edges)),
    ];
  });
  return {
    title: `${source} (dark below ${String(DARK_BELOW)}, blurred below ${String(BLURRED_BELOW)}, the same within ${String(SAME_WITHIN_BITS)} bits)`,
    columns: ['made', 'pictures', 'light least', 'median', 'most', 'edges least', 'median', 'most'],
    rows,
  };
}

/** How near other scenes come, which is what the limit for repetitions has to stay below. */
function nearestStrangers(looked: readonly Looked[]): number {
  const fine = looked.filter(({ label }) => label === 'fine');
  return Math.min(
    ...fine.flatMap((one) =>
      fine
        .filter(({ scene }) => scene !== one.scene)
        .map((other) => hashDistance(one.measures.hash, other.measures.hash)),
    ),
  );
}

async function look(source: string, originals: Buffer[]): Promise<{ figures: Figure[]; table: Table }> {
  const looked: Looked[] = [];
  for (const one of await labelledSet(originals)) {
    looked.push({ ...one, measures: measurePhoto(await pixelsOf(one.bytes, SIDE_PX), SIDE_PX) });
  }
  const figures = [
    ...figuresOf('dark', countsOf(looked, 'dark'), source),
    ...figuresOf('blurred', countsOf(looked, 'blurred'), source),
    ...figuresOf('repeated', repetitionCounts(looked), source),
    {
      name: 'nearest two different scenes',
      value: nearestStrangers(looked),
      unit: 'bits of 64',
      note: source,
    },
  ];
  return { figures, table: tableOf(source, looked) };
}

export const bench: Bench = {
  about:
    'what the phone says about dark, blurred and repeated photos: precision and recall (PHOTOS_FOLDER for real ones)',
  async run({ seed, say }) {
    say(`drawing ${String(DRAWN_SCENES)} scenes`);
    const drawn = await look('drawn', await drawnScenes(DRAWN_SCENES, seededRandom(seed)));
    const photos = await realPhotos(say);
    if (photos.length === 0) return { figures: drawn.figures, tables: [drawn.table] };
    say(`looking at ${String(photos.length)} real photos`);
    const real = await look('real', photos);
    return { figures: [...drawn.figures, ...real.figures], tables: [drawn.table, real.table] };
  },
};

import sharp from 'sharp';

/** Roadside scenes drawn from a seed: sky, road, lane lines, buildings, a car with plate and damage. No photograph is kept in the repository. */
const WIDTH_PX = 1600;
const HEIGHT_PX = 1200;
const GRAIN = 14;

type Random = () => number;

const between = (random: Random, least: number, most: number): number => least + random() * (most - least);
const grey = (value: number): string => `rgb(${[value, value, value].map(Math.round).join(',')})`;

function colour(random: Random): string {
  const part = () => Math.round(between(random, 30, 220));
  return `rgb(${String(part())},${String(part())},${String(part())})`;
}

function buildings(random: Random): string {
  return Array.from({ length: 9 }, (_, index) => {
    const height = between(random, 120, 460);
    const x = index * 180 - 20;
    const windows = Array.from({ length: 12 }, (_window, at) => {
      const wx = x + 14 + (at % 3) * 46;
      const wy = 540 - height + 20 + Math.floor(at / 3) * 52;
      return `<rect x="${wx.toFixed(0)}" y="${wy.toFixed(0)}" width="26" height="30" fill="${grey(between(random, 20, 230))}"/>`;
    });
    return `<rect x="${String(x)}" y="${(540 - height).toFixed(0)}" width="150" height="${height.toFixed(0)}" fill="${colour(random)}"/>${windows.join('')}`;
  }).join('');
}

function car(random: Random): string {
  const x = between(random, 380, 620);
  const y = between(random, 430, 560);
  const scale = between(random, 0.85, 1.25);
  const digits = String(Math.floor(between(random, 10_000, 99_999)));
  const scratches = Array.from({ length: 14 }, () => {
    const [from, to] = [between(random, 60, 420), between(random, 250, 330)];
    return `<path d="M${from.toFixed(0)} ${to.toFixed(0)}l${between(random, 20, 90).toFixed(0)} ${between(random, -20, 24).toFixed(0)}" stroke="${grey(between(random, 20, 240))}" stroke-width="3"/>`;
  });
  return `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${scale.toFixed(2)})">
    <path d="M20 340v-90c0-30 20-50 40-60l40-100c10-20 30-30 60-30h200c30 0 50 10 60 30l40 100c20 10 40 30 40 60v90z" fill="${colour(random)}" stroke="#111" stroke-width="4"/>
    <path d="M120 180l30-80c5-12 16-18 30-18h160c14 0 25 6 30 18l30 80z" fill="#1d2a30"/>
    <rect x="50" y="210" width="70" height="44" fill="${colour(random)}"/><rect x="400" y="210" width="70" height="44" fill="${colour(random)}"/>
    <rect x="180" y="252" width="160" height="52" fill="#1f4fa3"/><text x="190" y="294" font-size="42" font-family="sans-serif" fill="#fff">A${digits}</text>
    ${scratches.join('')}<rect x="60" y="330" width="80" height="50" fill="#111"/><rect x="380" y="330" width="80" height="50" fill="#111"/></g>`;
}

function drawing(random: Random): string {
  const sky = between(random, 120, 230);
  const dashes = Array.from({ length: 6 }, (_, at) => {
    const y = 560 + at * 110;
    return `<rect x="${(790 - at * 6).toFixed(0)}" y="${String(y)}" width="${String(14 + at * 8)}" height="60" fill="#e8e8e0"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(WIDTH_PX)}" height="${String(HEIGHT_PX)}">
    <rect width="${String(WIDTH_PX)}" height="540" fill="${grey(sky)}"/><rect y="540" width="${String(WIDTH_PX)}" height="660" fill="${grey(between(random, 70, 130))}"/>
    ${buildings(random)}${dashes.join('')}${car(random)}</svg>`;
}

/** Every sensor has some grain; without it a drawn picture would be sharper than any photo. */
async function withGrain(picture: Buffer, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 1) {
    data[at] = Math.min(255, Math.max(0, (data[at] ?? 0) + (random() - 0.5) * GRAIN));
  }
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 88 }).toBuffer();
}

export async function drawnScenes(count: number, random: Random): Promise<Buffer[]> {
  const scenes: Buffer[] = [];
  for (let at = 0; at < count; at += 1) {
    // A lens never draws a line one pixel sharp.
    const drawn = await sharp(Buffer.from(drawing(random)))
      .blur(0.8)
      .png()
      .toBuffer();
    scenes.push(await withGrain(drawn, random));
  }
  return scenes;
}

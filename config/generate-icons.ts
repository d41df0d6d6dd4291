import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/**
 * Turns the one line set (config/icons/icons.svg) into what the two targets can show: a stylesheet of masks, which take the current text colour in WeChat
 * and on the web alike, the list of names, and the PNGs that a tab bar wants. Run `node --import tsx config/generate-icons.ts` after a change.
 */
const root = path.resolve(__dirname, '..');
const TAB_ICONS = ['home', 'policy', 'car', 'user'];
const TAB_INK = '#5d6c69';
const TAB_INK_ON = '#0a5c63';
const TAB_SIZE_PX = 81;
/** Kept equal to client/ui/tokens/brand.scss by hand, as the tab inks are. */
const BRAND_FILL = '#0a5c63';
const BRAND_ON = '#ffffff';

interface Icon {
  name: string;
  shapes: string;
}

function parseIcons(source: string): Icon[] {
  const symbols = source.matchAll(/<symbol id="i-([a-z]+)"[^>]*>(.*?)<\/symbol>/g);
  return Array.from(symbols, ([, name = '', shapes = '']) => ({ name, shapes }));
}

const drawing = (shapes: string, ink: string, fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${fill} stroke="${ink}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`;

const HOLLOW = 'fill="none"';
const tinted = (ink: string) => `fill="${ink}" fill-opacity=".16"`;

function maskRule(selector: string, svg: string): string {
  const address = `url("data:image/svg+xml,${svg.replace(/"/g, "'").replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}")`;
  return `.${selector} { --drawing: ${address}; }`;
}

function stylesheet(icons: Icon[]): string {
  const rules = icons.map(({ name, shapes }) => maskRule(`i-${name}`, drawing(shapes, '#000', HOLLOW)));
  const filled = icons
    .filter(({ name }) => TAB_ICONS.includes(name))
    .map(({ name, shapes }) => maskRule(`i-${name}-on`, drawing(shapes, '#000', tinted('#000'))));
  return ['/* Made by config/generate-icons.ts; do not edit. */', ...rules, ...filled, ''].join('\n');
}

function nameList(icons: Icon[]): string {
  const names = icons.map(({ name }) => `  '${name}',`).join('\n');
  return `// Made by config/generate-icons.ts; do not edit.\nexport const iconNames = [\n${names}\n] as const;\n\nexport type IconName = (typeof iconNames)[number];\n`;
}

async function writeTabIcon(icon: Icon, suffix: string, svg: string): Promise<void> {
  const file = path.join(root, 'client/assets/tabs', `${icon.name}${suffix}.png`);
  const png = await sharp(Buffer.from(svg), { density: 300 })
    .resize(TAB_SIZE_PX, TAB_SIZE_PX)
    .png({ compressionLevel: 9 })
    .toBuffer();
  await writeFile(file, png);
}

/** The club's sign: the car of the line set under the shield of the line set, in the brand's colours. */
function sign(shapesOf: (name: string) => string, shape: { corner: number; scale: number }): string {
  const part = (name: string, scale: number, centreY: number, strokeWidth: number) =>
    `<g transform="translate(12 12) scale(${scale}) translate(-12 ${-centreY})" stroke-width="${strokeWidth}">${shapesOf(name)}</g>`;
  const { corner, scale } = shape;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${BRAND_ON}" stroke-linecap="round" stroke-linejoin="round"><rect width="24" height="24" rx="${corner}" fill="${BRAND_FILL}" stroke="none"/>${part('shield', scale, 12, 1.3)}${part('car', scale * 0.44, 13.4, 2.4)}</svg>`;
}

/** Icons of the installed web app. A maskable one fills the square, because the phone cuts its own shape out of it. */
async function writeAppIcons(shapesOf: (name: string) => string): Promise<void> {
  const folder = path.join(root, 'client/assets/app');
  await mkdir(folder, { recursive: true });
  const free = sign(shapesOf, { corner: 5.4, scale: 0.94 });
  const filled = sign(shapesOf, { corner: 0, scale: 0.78 });
  const files: [string, string, number][] = [
    ['icon-192.png', free, 192],
    ['icon-512.png', free, 512],
    ['maskable-192.png', filled, 192],
    ['maskable-512.png', filled, 512],
    ['apple-touch-icon.png', filled, 180],
  ];
  for (const [file, svg, size] of files) {
    const png = await sharp(Buffer.from(svg), { density: 1536 })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    await writeFile(path.join(folder, file), png);
  }
}

async function main(): Promise<void> {
  const icons = parseIcons(await readFile(path.join(root, 'config/icons/icons.svg'), 'utf8'));
  await mkdir(path.join(root, 'client/assets/tabs'), { recursive: true });
  await writeFile(path.join(root, 'client/ui/icon/icons.css'), stylesheet(icons));
  await writeFile(path.join(root, 'client/ui/icon/names.ts'), nameList(icons));
  for (const icon of icons.filter(({ name }) => TAB_ICONS.includes(name))) {
    await writeTabIcon(icon, '', drawing(icon.shapes, TAB_INK, HOLLOW));
    await writeTabIcon(icon, '-on', drawing(icon.shapes, TAB_INK_ON, tinted(TAB_INK_ON)));
  }
  await writeAppIcons((wanted) => icons.find(({ name }) => name === wanted)?.shapes ?? '');
}

void main();

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  cameraColour,
  groundColours,
  heroColours,
  qrColours,
  resultColours,
} from '@/ui/tokens/chrome-colours';

/** WCAG ratios computed from the tokens as they are written: a white-label brand that cannot be read fails here. */
type Tokens = Record<string, string>;

const folder = path.resolve(__dirname, '../../../client/ui/tokens');
const sources = {
  brand: readFileSync(path.join(folder, 'brand.scss'), 'utf8'),
  tokens: readFileSync(path.join(folder, 'tokens.scss'), 'utf8'),
};

function declarations(source: string, opening: string): Tokens {
  const start = source.indexOf(`${opening} {`);
  if (start < 0) throw new Error(`${opening} is not in the tokens`);
  const block = source.slice(start, source.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = {
  ...declarations(sources.brand, '@mixin brand-light'),
  ...declarations(sources.tokens, '.theme'),
};
const dark = {
  ...light,
  ...declarations(sources.brand, '@mixin brand-dark'),
  ...declarations(sources.tokens, '.theme-dark'),
};
const elder = { ...light, ...declarations(sources.tokens, '.theme-elder') };
const elderDark = {
  ...dark,
  ...declarations(sources.tokens, '.theme-elder'),
  ...declarations(sources.tokens, '.theme-elder.theme-dark'),
};
const themes: [string, Tokens][] = Object.entries({ light, dark, elder, elderDark });

function valueOf(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (!value) throw new Error(`No token ${name}`);
  const alias = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return alias ? valueOf(tokens, alias) : value;
}

/** `#rrggbb`, or `rgba()` as it looks on the ground behind it. */
function channelsOf(tokens: Tokens, name: string, behind: number[]): number[] {
  const value = valueOf(tokens, name);
  const see = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(value);
  if (!see) return [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16));
  const share = Number(see[4]);
  return behind.map((under, at) => Number(see[at + 1]) * share + under * (1 - share));
}

function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const WHITE = [255, 255, 255];

/** `behind` is what shows through a ground that is not opaque; without it the worst there can be, white. */
function contrast(tokens: Tokens, ink: string, ground: string, behind?: string): number {
  const under = behind ? channelsOf(tokens, behind, WHITE) : WHITE;
  const paper = channelsOf(tokens, ground, under);
  const [one, other] = [luminance(channelsOf(tokens, ink, paper)), luminance(paper)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const TEXT = 4.5;
const SIGN = 3;

type Pair = [ink: string, ground: string, least: number, behind?: string];

const pairs: Pair[] = [
  ...['--c-surface', '--c-ground', '--c-inset', '--brand-soft', '--c-hero'].flatMap((ground): Pair[] => [
    ['--c-ink', ground, TEXT],
    ['--c-ink-2', ground, TEXT],
  ]),
  ...['--c-surface', '--c-ground', '--c-inset'].map((ground): Pair => ['--c-ink-3', ground, TEXT]),
  ...['--brand-fill', '--brand-press'].map((ground): Pair => ['--brand-on', ground, TEXT]),
  ...['--c-surface', '--c-ground', '--brand-soft', '--c-hero'].map((ground): Pair => [
    '--brand-ink',
    ground,
    TEXT,
  ]),
  ...['ok', 'due', 'bad'].flatMap((status): Pair[] => [
    [`--c-${status}`, '--c-surface', TEXT],
    [`--c-${status}`, `--c-${status}-soft`, TEXT],
  ]),
  ['--c-accent-ink', '--c-accent-soft', TEXT],
  ['--c-accent-ink', '--c-surface', TEXT],
  ['--c-on-result', '--c-result-ok', TEXT],
  ['--c-on-result', '--c-result-bad', TEXT],
  ['--c-on-camera', '--c-camera', TEXT],
  ['--c-qr-ink', '--c-qr-paper', TEXT],
  ['--c-surface', '--c-ink', TEXT],
  ['--c-on-camera', '--c-camera-panel', TEXT],
  ['--c-on-camera', '--c-camera-frame', TEXT],
  ['--c-camera-ok', '--c-camera', TEXT],
  ['--c-camera-bad', '--c-camera', TEXT],
  ['--c-on-result', '--c-result-panel', TEXT, '--c-result-ok'],
  ['--c-on-result', '--c-result-panel', TEXT, '--c-result-bad'],
  ['--c-edge', '--c-surface', SIGN],
  ['--c-edge', '--c-ground', SIGN],
  ['--brand-edge', '--c-surface', SIGN],
  ['--brand-edge', '--c-ground', SIGN],
  ['--c-bad', '--c-ground', SIGN],
  // What stands still and what remains of a clock, and how far along a report is.
  ['--brand-fill', '--brand-track', SIGN],
  ['--brand-fill', '--c-inset', SIGN],
  ['--brand-fill', '--c-surface', SIGN],
  ['--brand-fill', '--c-ground', SIGN],
  ['--c-due-mark', '--c-inset', SIGN],
  ['--c-bad', '--brand-track', SIGN],
  ['--c-bad', '--c-inset', SIGN],
  // A switch: its knob is where it is.
  ['--c-knob', '--c-edge', SIGN],
  ['--brand-on', '--brand-fill', SIGN],
  // The ring around what the keyboard is at.
  ...[
    '--c-surface',
    '--c-ground',
    '--c-inset',
    '--brand-soft',
    '--c-hero',
    '--c-due-soft',
    '--c-bad-soft',
  ].map((ground): Pair => ['--c-focus', ground, SIGN]),
  ['--c-on-camera', '--c-camera', SIGN],
  ['--c-on-result', '--c-result-ok', SIGN],
  ['--c-result-edge', '--c-result-ok', SIGN],
  ['--c-result-edge', '--c-result-bad', SIGN],
  ['--c-due-mark', '--c-surface', SIGN],
  ['--c-accent', '--c-surface', SIGN],
  ['--pic-own', '--pic-road', SIGN],
  ['--pic-other-line', '--pic-road', SIGN],
  ['--pic-hit', '--c-surface', SIGN],
];

describe.each(themes)('the %s theme', (_name, tokens) => {
  it.each(pairs.map(([ink, ground, least, behind]) => ({ ink, ground, least, behind })))(
    '$ink on $ground reaches $least',
    ({ ink, ground, least, behind }) => {
      expect(contrast(tokens, ink, ground, behind)).toBeGreaterThanOrEqual(least);
    },
  );
});

/** Every rule of the client's style sheets that sets a ground and the ink on it at once. */
function pairsInStyles(): [file: string, ink: string, ground: string][] {
  const client = path.resolve(__dirname, '../../../client');
  return readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.scss') && !file.includes('tokens'))
    .flatMap((file) =>
      readFileSync(path.join(client, file), 'utf8')
        .split('}')
        .flatMap((rule): [string, string, string][] => {
          const ground = /[^-]background-color:\s*var\((--(?:c|brand|pic)-[\w-]+)\)/.exec(rule)?.[1];
          const ink = /[^-]color:\s*var\((--(?:c|brand|pic)-[\w-]+)\)/.exec(
            rule.replace(/[\w-]+-color:/g, ''),
          )?.[1];
          return ground && ink ? [[file, ink, ground]] : [];
        }),
    );
}

describe('the style sheets', () => {
  it('put no ink on a ground where it cannot be read', () => {
    const found = pairsInStyles();
    expect(found.length).toBeGreaterThan(20);
    const weak = themes.flatMap(([theme, tokens]) =>
      found
        .filter(([, ink, ground]) => contrast(tokens, ink, ground, '--c-result-ok') < TEXT)
        .map(([file, ink, ground]) => `${theme} ${file}: ${ink} on ${ground}`),
    );
    expect(weak).toEqual([]);
  });
});

describe('colours handed to the platform as values', () => {
  it('are the same as the tokens', () => {
    expect(groundColours).toEqual({ light: light['--c-ground'], dark: dark['--c-ground'] });
    expect(heroColours).toEqual({ light: light['--c-hero'], dark: dark['--c-hero'] });
    expect(cameraColour).toBe(light['--c-camera']);
    expect(qrColours).toEqual({ ink: light['--c-qr-ink'], paper: light['--c-qr-paper'] });
    expect(resultColours).toEqual({ ok: light['--c-result-ok'], bad: light['--c-result-bad'] });
  });
});

describe('elder mode', () => {
  it('has no text under 20 px and no target under 60', () => {
    for (const [name, value] of Object.entries(elder)) {
      if (name.startsWith('--fs-'))
        expect([name, Number(/(\d+)px/.exec(value)?.[1]) >= 20]).toEqual([name, true]);
    }
    expect(Number.parseInt(valueOf(elder, '--target'), 10)).toBeGreaterThanOrEqual(60);
    expect(Number.parseInt(valueOf(elder, '--button-small-h'), 10)).toBeGreaterThanOrEqual(60);
  });
});

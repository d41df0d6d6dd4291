import { readFileSync } from 'node:fs';
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

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, ink: string, ground: string): number {
  const [one, other] = [luminance(valueOf(tokens, ink)), luminance(valueOf(tokens, ground))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const TEXT = 4.5;
const SIGN = 3;

const pairs: [ink: string, ground: string, least: number][] = [
  ...['--c-surface', '--c-ground', '--c-inset', '--brand-soft', '--c-hero'].flatMap(
    (ground): [string, string, number][] => [
      ['--c-ink', ground, TEXT],
      ['--c-ink-2', ground, TEXT],
    ],
  ),
  ...['--c-surface', '--c-ground', '--c-inset'].map((ground): [string, string, number] => [
    '--c-ink-3',
    ground,
    TEXT,
  ]),
  ...['--brand-fill', '--brand-press'].map((ground): [string, string, number] => [
    '--brand-on',
    ground,
    TEXT,
  ]),
  ...['--c-surface', '--c-ground', '--brand-soft', '--c-hero'].map((ground): [string, string, number] => [
    '--brand-ink',
    ground,
    TEXT,
  ]),
  ...['ok', 'due', 'bad'].flatMap((status): [string, string, number][] => [
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
  ['--c-edge', '--c-surface', SIGN],
  ['--c-edge', '--c-ground', SIGN],
  ['--brand-edge', '--c-surface', SIGN],
  ['--c-due-mark', '--c-surface', SIGN],
  ['--c-accent', '--c-surface', SIGN],
  ['--pic-own', '--pic-road', SIGN],
  ['--pic-other-line', '--pic-road', SIGN],
  ['--pic-hit', '--c-surface', SIGN],
];

describe.each(themes)('the %s theme', (_name, tokens) => {
  it.each(pairs)('%s on %s reaches %d', (ink, ground, least) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(least);
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

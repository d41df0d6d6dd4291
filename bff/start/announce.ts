import type { Config } from '../config';

export interface Whereabouts {
  config: Config;
  url: string;
  /** Where the data is. */
  place: string;
  systems: { name: string; url: string; embedded: boolean }[];
}

function demoLines(url: string): string[] {
  return [
    `  Who to be, what to try   ${url}/demo`,
    `  Phone inbox (codes)      ${url}/demo/inbox?phone=13800000001`,
  ];
}

/** What a person needs to know after a start, and nothing else. */
export function announcement({ config, url, place, systems }: Whereabouts): string {
  const { productName, insurerName } = config.brand;
  const elsewhere = systems
    .filter(({ embedded }) => !embedded)
    .map((system) => `${system.name} at ${system.url}`);
  return [
    '',
    `${productName} · ${insurerName} is ready${config.demo ? ' (demo mode: made-up people, codes in an inbox)' : ''}`,
    '',
    `  Open                     ${url}/`,
    ...(config.demo ? demoLines(url) : []),
    `  API, to read and try     ${url}/api/docs`,
    `  Data                     ${place}`,
    ...elsewhere.map((line) => `  Connected                ${line}`),
    '',
    'Ctrl+C stops it.',
    '',
  ].join('\n');
}

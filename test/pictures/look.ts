export const themes = ['light', 'dark', 'elder'] as const;
export type Theme = (typeof themes)[number];

export const sizes = {
  '390': { width: 390, height: 844 },
  '320': { width: 320, height: 568 },
  desktop: { width: 1280, height: 800 },
} as const;
export type SizeName = keyof typeof sizes;
export const sizeNames = Object.keys(sizes) as SizeName[];

/** What is asked for on the command line. */
export interface Wanted {
  themes: Theme[];
  sizes: SizeName[];
  /** Part of a screen's or a state's name; everything without it. */
  only: string[];
  /** Whole pages as well, unrolled. */
  full: boolean;
  /** Pixels of a picture for one of the phone. */
  scale: number;
  webRoot: string;
  out: string;
}

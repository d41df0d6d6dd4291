export type SystemTheme = 'light' | 'dark';

export interface Chrome {
  dark: boolean;
  /** Left as the page's configuration says when undefined. */
  title?: string;
  groundColor: string;
}

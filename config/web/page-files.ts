import type { Compilation } from 'webpack';

/** Files that a page needs beside the app's own, as addresses. */
export type PageFiles = Record<string, string[]>;

const addressOf = (file: string): string => `/${file}`;
const isShown = (file: string): boolean => /\.(js|css)$/.test(file);

const PAGE = /(\/features\/[\w-]+\/pages\/[\w-]+\/index)$/;

/** Of each page, by its route: what the browser will ask for once the app's script runs. The server says it earlier (bff/http/web-files.ts). */
export function pageFilesOf(compilation: Compilation): PageFiles {
  const found: PageFiles = {};
  for (const group of compilation.chunkGroups) {
    for (const { request } of group.origins) {
      const route = PAGE.exec(request ?? '')?.[1];
      if (route !== undefined) found[route] = group.getFiles().filter(isShown).map(addressOf);
    }
  }
  return found;
}

/** Scripts and styles that every page starts with. */
export function entryFilesOf(compilation: Compilation): string[] {
  return [...compilation.entrypoints.values()]
    .flatMap((entry) => entry.getFiles())
    .filter(isShown)
    .map(addressOf);
}

import fs from 'node:fs';
import path from 'node:path';
import { builtFiles } from '../check/release-files';
import { declarations, privacyApis } from './declarations';

/** Addresses that stand in libraries as words, in error messages; nothing is sent there. */
const mentionedHosts = new Set(['reactjs.org', 'taro.com']);

interface AppJson {
  __usePrivacyCheck__?: boolean;
  requiredPrivateInfos?: string[];
  permission?: Record<string, { desc?: string }>;
}

export interface Inspection {
  /** Domains for the lists 服务器域名: request, uploadFile and downloadFile all go to the API. */
  hosts: string[];
  usedApis: string[];
  problems: string[];
}

/** A call of a member, or WeChat's own button; a name in a list of names is neither. */
const isUsed = (code: string, api: string): boolean =>
  new RegExp(`\\.${api}\\(|openType:\\s*"${api}"|open-type="${api}"`).test(code);

function hostProblems(code: string, apiBase: string): { hosts: string[]; problems: string[] } {
  const apiHost = URL.canParse(apiBase) ? new URL(apiBase).host : '';
  const found = new Set(
    [...code.matchAll(/(https?):\/\/([a-zA-Z0-9.-]+(?::\d+)?)/g)].map(([address]) => address),
  );
  const problems: string[] = [];
  for (const address of found) {
    const { protocol, host } = new URL(address);
    if (mentionedHosts.has(host)) continue;
    if (protocol === 'http:') problems.push(`an http address stands in the bundle: ${address}`);
    else if (host !== apiHost) problems.push(`the bundle knows ${host}, which is not the API: ${apiHost}`);
  }
  if (!code.includes(apiBase)) problems.push(`the bundle was built for another API than ${apiBase}`);
  return { hosts: apiHost ? [apiHost] : [], problems };
}

function declarationProblems(app: AppJson, usedApis: readonly string[]): string[] {
  const declared = new Map(declarations.map((one) => [one.api, one]));
  const problems: string[] = [];
  for (const api of usedApis) if (!declared.has(api)) problems.push(`${api} is used and not declared`);
  for (const api of declared.keys())
    if (!usedApis.includes(api)) problems.push(`${api} is declared and not used`);
  const needed = declarations.filter(({ isPrivateInfo }) => isPrivateInfo).map(({ api }) => api);
  const named = app.requiredPrivateInfos ?? [];
  for (const api of needed)
    if (!named.includes(api)) problems.push(`app.json: requiredPrivateInfos lacks ${api}`);
  for (const api of named)
    if (!needed.includes(api)) problems.push(`app.json: requiredPrivateInfos names ${api} for nothing`);
  if (needed.includes('getLocation') && !app.permission?.['scope.userLocation']?.desc) {
    problems.push('app.json: scope.userLocation has no reason');
  }
  if (app.__usePrivacyCheck__ !== true) problems.push('app.json: __usePrivacyCheck__ is not on');
  return problems;
}

/** Compares what was built with what is declared. Sizes and forbidden content are checked beside it (config/check). */
export function inspectBundle(folder: string, apiBase: string): Inspection {
  const code = builtFiles(folder)
    .filter(({ name }) => /\.(js|wxml|json)$/.test(name))
    .map(({ absolute }) => fs.readFileSync(absolute, 'utf8'))
    .join('\n');
  const app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson;
  const usedApis = privacyApis.filter((api) => isUsed(code, api));
  const addresses = hostProblems(code, apiBase);
  return {
    hosts: addresses.hosts,
    usedApis,
    problems: [...addresses.problems, ...declarationProblems(app, usedApis)],
  };
}

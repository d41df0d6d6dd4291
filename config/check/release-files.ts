import fs from 'node:fs';
import path from 'node:path';

export interface BuiltFile {
  /** Path inside the build, with forward slashes. */
  name: string;
  bytes: number;
  absolute: string;
}

export function builtFiles(folder: string): BuiltFile[] {
  if (!fs.existsSync(folder)) throw new Error(`${folder} is missing: build first`);
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      return {
        absolute,
        name: path.relative(folder, absolute).split(path.sep).join('/'),
        bytes: fs.statSync(absolute).size,
      };
    });
}

/** What must never stand in a build that goes to people. */
const FORBIDDEN: { pattern: RegExp; meaning: string }[] = [
  { pattern: /\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b/, meaning: 'an address of a developer machine' },
  {
    pattern: /[#@] sourceMappingURL=(?!data:application\/json;base64,")/,
    meaning: 'a reference to a source map',
  },
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/, meaning: 'a private key' },
  {
    pattern: /\b(?:session_key|AppSecret|appsecret)\s*[:=]\s*["'][0-9a-zA-Z]{16,}/,
    meaning: 'a WeChat secret',
  },
  { pattern: /\bTOKEN_KEY\b|\bDATA_KEY\b|\bSERVICE_SECRET\b/, meaning: 'the name of a server secret' },
];

/** @throws Error naming every file that holds what a release may not hold. */
export function refuseForbiddenContent(files: BuiltFile[]): void {
  const findings: string[] = [];
  for (const file of files) {
    if (file.name.endsWith('.map')) findings.push(`${file.name}: a source map`);
    if (!/\.(?:js|json|wxml|wxs|wxss|css|html)$/.test(file.name)) continue;
    const text = fs.readFileSync(file.absolute, 'utf8');
    for (const { pattern, meaning } of FORBIDDEN)
      if (pattern.test(text)) findings.push(`${file.name}: ${meaning}`);
  }
  if (findings.length > 0) throw new Error(`not fit for release:\n  ${findings.join('\n  ')}`);
}

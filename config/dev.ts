/**
 * `npm run dev`: the web client reloads and the server restarts when a file changes. The client comes from Taro's own server, which hands every call on
 * to ours, so that a browser sees one origin as it does in production.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, root } from './steps';

const clientPort = process.env.TARO_DEV_PORT ?? '10086';
const serverPort = process.env.PORT ?? '3000';
const clientUrl = `http://127.0.0.1:${clientPort}`;

/** What the server itself shows at `/` meanwhile. */
function writeSignpost(): string {
  const folder = path.join(root, 'dist/dev');
  mkdirSync(folder, { recursive: true });
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${clientUrl}/"><a href="${clientUrl}/">${clientUrl}</a>`;
  writeFileSync(path.join(folder, 'index.html'), page);
  return folder;
}

function run(command: string, args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
}

const watchServer = ['--import', 'tsx', '--watch-path=bff', '--watch-preserve-output', 'bff/main.ts'];
const children = [
  run(process.execPath, watchServer, { PORT: serverPort, ORIGIN: clientUrl, WEB_ROOT: writeSignpost() }),
  run(bin('taro'), ['build', '--type', 'h5', '--watch'], {
    NODE_ENV: 'development',
    TARO_OUTPUT_ROOT: 'dist/dev-client',
    TARO_DEV_PORT: clientPort,
    TARO_DEV_API: `http://127.0.0.1:${serverPort}`,
  }),
];

function endAll(): void {
  for (const child of children) child.kill('SIGTERM');
}
process.on('SIGINT', endAll);
process.on('SIGTERM', endAll);
for (const child of children) child.on('exit', endAll);

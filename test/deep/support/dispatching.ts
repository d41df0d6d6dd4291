import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { GuardName } from './guards';

export type DispatcherOrder =
  { kind: 'prepare'; databaseUrl: string; without: readonly GuardName[] } | { kind: 'go'; at: string };

export type DispatcherReport =
  { kind: 'ready' } | { kind: 'done'; assigned: number } | { kind: 'failed'; reason: string };

const ENTRY = path.join(__dirname, 'core-dispatcher.ts');

function ask(child: ChildProcess, order: DispatcherOrder): Promise<DispatcherReport> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`a dispatcher ended with ${String(code)}`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message as DispatcherReport);
    });
    child.send(order);
  });
}

/** Dispatchers in processes of their own on one database. Their clock is the one they are given. */
export async function startDispatchers(
  databaseUrl: string,
  { processes = 4, without = [] }: { processes?: number; without?: readonly GuardName[] } = {},
) {
  const children = Array.from({ length: processes }, () =>
    fork(ENTRY, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  await Promise.all(children.map((child) => ask(child, { kind: 'prepare', databaseUrl, without })));
  return {
    /** All at once; what each of them gave away, or why it failed. */
    go: (at: Date) => Promise.all(children.map((child) => ask(child, { kind: 'go', at: at.toISOString() }))),
    async end() {
      await Promise.all(
        children.map((child) => {
          const exited = new Promise((resolve) => child.once('exit', resolve));
          child.disconnect();
          return exited;
        }),
      );
    },
  };
}

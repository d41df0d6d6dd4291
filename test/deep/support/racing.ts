import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { GuardName } from './guards';

export interface Attempt {
  /** Below `/v1`; the confirmation at the counter when it is left out. */
  path?: string;
  token: string;
  key: string;
  body: unknown;
}

export interface Outcome {
  status: number;
  code: string;
  redemptionId: string;
  replayed: boolean;
}

export type RacerOrder =
  | { kind: 'start'; system: 'club' | 'core'; databaseUrl: string; without: readonly GuardName[] }
  | { kind: 'attack'; url: string; attempts: Attempt[]; atOnce: number };

export type RacerReport =
  { kind: 'ready'; url: string } | { kind: 'done'; outcomes: Outcome[] } | { kind: 'failed'; reason: string };

interface Racer {
  url: string;
  attack(attempts: Attempt[], atOnce: number): Promise<Outcome[]>;
  end(): Promise<void>;
}

export interface Race {
  /** Deals the attempts out to the processes, which all start at once; the outcomes come back in the order of the attempts. */
  run(attempts: Attempt[], atOnce: number): Promise<Outcome[]>;
  end(): Promise<void>;
}

const ENTRY = path.join(__dirname, 'racer.ts');

function ask(child: ChildProcess, order: RacerOrder): Promise<RacerReport> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`a racer ended with ${String(code)}`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      const told = message as RacerReport;
      if (told.kind === 'failed') reject(new Error(told.reason));
      else resolve(told);
    });
    child.send(order);
  });
}

async function startRacer(order: Extract<RacerOrder, { kind: 'start' }>): Promise<Racer> {
  const child = fork(ENTRY, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await ask(child, order);
  if (ready.kind !== 'ready') throw new Error('a racer is not ready');
  return {
    url: ready.url,
    async attack(attempts, atOnce) {
      const done = await ask(child, { kind: 'attack', url: ready.url, attempts, atOnce });
      return done.kind === 'done' ? done.outcomes : [];
    },
    async end() {
      child.disconnect();
      await exited;
    },
  };
}

/** Clubs, or cores, in processes of their own, each with its own pool on one database, each attacked over HTTP. */
export async function startRace(
  databaseUrl: string,
  {
    processes = 4,
    without = [],
    system = 'club',
  }: { processes?: number; without?: readonly GuardName[]; system?: 'club' | 'core' } = {},
): Promise<Race> {
  const racers = await Promise.all(
    Array.from({ length: processes }, () => startRacer({ kind: 'start', system, databaseUrl, without })),
  );
  return {
    async run(attempts, atOnce) {
      const shares = racers.map((_, racer) =>
        attempts.filter((_attempt, index) => index % processes === racer),
      );
      const outcomes = await Promise.all(
        racers.map((racer, index) => racer.attack(shares[index] ?? [], atOnce)),
      );
      return attempts.flatMap(
        (_, index) => outcomes[index % processes]?.[Math.floor(index / processes)] ?? [],
      );
    },
    async end() {
      await Promise.all(racers.map((racer) => racer.end()));
    },
  };
}

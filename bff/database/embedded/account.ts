import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StartProblem } from '../../start-problem';

/** The user that PostgreSQL runs as. Undefined ids mean: as ourselves. */
export interface Account {
  uid?: number;
  gid?: number;
  name: string;
}

const CANDIDATES = ['nobody', 'postgres', 'daemon'];

interface PasswdEntry {
  name: string;
  uid: number;
  gid: number;
}

function passwdEntries(): PasswdEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

export const runsAsRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. Root takes the owner of data that is already there, else an unprivileged user. */
export function chooseAccount(existingDataFolder?: string): Account {
  if (!runsAsRoot()) return { name: userInfo().username };
  const entries = passwdEntries();
  const owner = existingDataFolder === undefined ? undefined : statSync(existingDataFolder).uid;
  const found = owner
    ? entries.find((entry) => entry.uid === owner)
    : CANDIDATES.map((name) => entries.find((entry) => entry.name === name)).find(
        (entry) => entry !== undefined,
      );
  if (!found) {
    const who = owner ? `the owner of ${existingDataFolder} (${owner})` : CANDIDATES.join(' or ');
    throw new StartProblem(
      `PostgreSQL does not run as root, and /etc/passwd has no entry for ${who}. Set DATABASE_URL.`,
    );
  }
  return found;
}

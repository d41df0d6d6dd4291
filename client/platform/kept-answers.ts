import { readStored, removeStored, removeStoredUnder, writeStored, writeStoredText } from './storage';

/**
 * The last known answers of reads, kept on this phone for a start without network. Each record says whose it is and which contracts it was read
 * under, so that nothing of another account or of another build is ever shown. WeChat gives 1 MB a key and 10 MB in all: an answer that is too long
 * is not kept, and the oldest make room.
 */
interface Kept {
  account: string;
  contracts: string;
  at: number;
  data: unknown;
}

interface Listed {
  key: string;
  at: number;
  characters: number;
}

/** What is kept, oldest first: a launch looks at this instead of at every answer. */
interface List {
  account: string;
  contracts: string;
  answers: Listed[];
}

export interface KeptAnswer {
  data: unknown;
  /** When it arrived, in milliseconds. */
  at: number;
}

const FOLDER = 'kept:';
const LIST = 'kept-list';
const DAY_MS = 86_400_000;
const LONGEST_AGE_MS = 30 * DAY_MS;
/** A Chinese character is three bytes, so this is at most 300 kB. */
const LONGEST_CHARACTERS = 100_000;
const MOST_CHARACTERS = 800_000;
const MOST_ANSWERS = 80;

const nameOf = (key: string): string => FOLDER + key;

function listOf(account: string): Listed[] {
  const stored = readStored(LIST) as Partial<List> | undefined;
  const isOurs = stored?.account === account && stored.contracts === CONTRACTS_ID;
  return isOurs && Array.isArray(stored.answers) ? stored.answers : [];
}

function writeList(account: string, answers: Listed[]): void {
  writeStored(LIST, { account, contracts: CONTRACTS_ID, answers } satisfies List);
}

function forget(keys: readonly string[]): void {
  keys.forEach((key) => removeStored(nameOf(key)));
}

/** Newest last; what does not fit any more is the oldest. */
function surplusOf(list: readonly Listed[]): Listed[] {
  let characters = list.reduce((sum, one) => sum + one.characters, 0);
  let count = list.length;
  return list.filter((one) => {
    const drop = characters > MOST_CHARACTERS || count > MOST_ANSWERS;
    if (drop) {
      characters -= one.characters;
      count -= 1;
    }
    return drop;
  });
}

export function readKept(account: string, key: string, now = Date.now()): KeptAnswer | undefined {
  const kept = readStored(nameOf(key)) as Partial<Kept> | undefined;
  if (kept?.account !== account || kept.contracts !== CONTRACTS_ID || typeof kept.at !== 'number')
    return undefined;
  // A clock that was put back makes every age a guess.
  if (kept.at > now || now - kept.at > LONGEST_AGE_MS) return undefined;
  return { data: kept.data, at: kept.at };
}

/** Says whether the answer is kept now; an older one under the same name never outlives a newer one that is too long. */
export function writeKept(account: string, key: string, { data, at }: KeptAnswer): boolean {
  const json = JSON.stringify({ account, contracts: CONTRACTS_ID, at, data } satisfies Kept);
  const others = listOf(account).filter((one) => one.key !== key);
  const tooLong = json.length > LONGEST_CHARACTERS;
  const wanted = tooLong ? others : [...others, { key, at, characters: json.length }];
  const surplus = surplusOf(wanted);
  forget(surplus.map((one) => one.key));
  const isKept = !tooLong && writeStoredText(nameOf(key), json);
  if (!isKept) forget([key]);
  writeList(
    account,
    wanted.filter((one) => !surplus.includes(one) && (isKept || one.key !== key)),
  );
  return isKept;
}

export function dropKept(account: string, key: string): void {
  forget([key]);
  writeList(
    account,
    listOf(account).filter((one) => one.key !== key),
  );
}

/** The session ended, or another account came in: what can be read again need not stay. */
export function dropAllKept(): void {
  removeStoredUnder(FOLDER);
  removeStored(LIST);
}

/** Once a launch: what belongs to nobody here, what another build kept, and what is too old go. */
export function dropUnreadableKept(account: string | undefined, now = Date.now()): void {
  const list = account === undefined ? [] : listOf(account);
  if (account === undefined || list.length === 0) return dropAllKept();
  const tooOld = list.filter((one) => now - one.at > LONGEST_AGE_MS);
  if (tooOld.length === 0) return;
  forget(tooOld.map((one) => one.key));
  writeList(
    account,
    list.filter((one) => !tooOld.includes(one)),
  );
}

import { useEffect } from 'react';
import { adoptPreferences, choosePreferences, type ThemeChoice } from '@/platform/preferences';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { write } from './client';
import { preferenceWords } from './messages';
import { queueWrite, sendWaiting } from './outbox';
import { useSession } from './session';
import type { Read } from './use-read';

/**
 * How the app looks is kept in the account: a choice holds on this phone at once, goes to the account as soon as there is a network, and a second phone
 * shows the same. The last choice is the one that counts.
 */
interface Choice {
  theme?: ThemeChoice;
  elder?: boolean;
}

interface AccountLooks {
  preferences: Required<Choice>;
  stale?: boolean;
}

const FORM = 'preferences';
const PATH = '/me/preferences';

const waitingChoice = () =>
  useWaitingWrites.getState().writes.find(({ formKey, state }) => formKey === FORM && state !== 'done');

function tellAccount(choice: Choice): void {
  if (Object.keys(choice).length === 0) return;
  const before = waitingChoice();
  const body = { ...(before?.state === 'waiting' ? before.request.body : {}), ...choice };
  const { theme, elder } = body as Choice;
  const isQueued = queueWrite(
    {
      formKey: FORM,
      request: { method: 'PATCH', path: PATH, body },
      title: preferenceWords.title,
      lines: [
        ...(theme === undefined
          ? []
          : [{ name: preferenceWords.theme, value: preferenceWords.themes[theme] }]),
        ...(elder === undefined
          ? []
          : [{ name: preferenceWords.elder, value: elder ? preferenceWords.on : preferenceWords.off }]),
      ],
      open: { route: 'me' },
      touches: ['me', 'home'],
    },
    { delayed: before?.delayed ?? false },
  );
  // A phone whose storage is full still tells the account while there is a network.
  if (!isQueued) void write({ method: 'PATCH', path: PATH, body }).catch(() => undefined);
  else void sendWaiting();
}

export function chooseLooks(choice: Choice): void {
  const toldAccount = useSession.getState().signedIn;
  choosePreferences(choice, { toldAccount });
  if (toldAccount) tellAccount(choice);
}

/** At login, and whenever the account is heard again. While a choice of this phone is on its way, the account's older word does not undo it. */
export function adoptLooks({ preferences, stale }: AccountLooks, heardAt: number): void {
  if (stale || waitingChoice()) return;
  tellAccount(adoptPreferences(preferences, heardAt));
}

/** What was changed on another phone shows here as soon as the account is read. */
export function useLooksOf(read: Pick<Read<AccountLooks>, 'data' | 'receivedAt'>): void {
  const { data, receivedAt } = read;
  const heardAt = receivedAt?.getTime();
  useEffect(() => {
    if (data && heardAt !== undefined) adoptLooks(data, heardAt);
  }, [data, heardAt]);
}

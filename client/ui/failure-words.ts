import type { Failure } from '@/api/failures';
import { formatDuration } from './format/time';
import { failureTexts } from './messages';

export interface FailureWords {
  title: string;
  /** What is safe and what to do next. */
  detail: string;
}

/** For who has not logged in yet: nothing went wrong, there is only nothing to show. */
export const visitorWords: FailureWords = {
  title: failureTexts.visitorTitle,
  detail: failureTexts.visitorDetail,
};

/** What a person is told, by what really happened. A feature's `messages.ts` may know better words for a code; these are the ones for all. */
export function wordsOf(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'refused':
      return {
        title: failure.status === 404 ? failureTexts.notFound : failureTexts.refused,
        detail: failure.detail,
      };
    case 'sessionGone':
      return { title: failureTexts.sessionGone, detail: failureTexts.sessionGoneDetail };
    case 'away':
      return {
        title: failureTexts.away,
        detail: `${failure.detail ?? failureTexts.awayDetail}${tryIn(failure.retryAfterSeconds)}`,
      };
    case 'uncertain':
      return { title: failureTexts.uncertain, detail: failureTexts.uncertainDetail };
    case 'offline':
      return { title: failureTexts.offline, detail: failureTexts.offlineDetail };
    case 'contract':
      return { title: failureTexts.contract, detail: failureTexts.contractDetail };
    case 'ours':
      return {
        title: failureTexts.ours,
        detail: failure.requestId ? failureTexts.oursWithNumber(failure.requestId) : failureTexts.oursDetail,
      };
  }
}

const tryIn = (seconds: number | undefined): string =>
  seconds ? failureTexts.tryIn(formatDuration(seconds * 1000)) : failureTexts.tryLater;

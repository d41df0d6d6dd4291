import { create } from 'zustand';

/** What is asked for at the moment it is needed, each by itself. */
export type AskedPurpose = 'location' | 'photos' | 'idPhotos' | 'health';

interface Question {
  purpose: AskedPurpose;
  /** Of somebody without an account: there is no privacy centre to take it back in. */
  isGuest: boolean;
  answer: (agreed: boolean) => void;
}

/** The sheet of the page that is open shows it (client/ui/consent-sheet). */
export const useConsentQuestion = create<{ question: Question | undefined }>(() => ({ question: undefined }));

/** A tap asks once; leaving the sheet is a no, and a second question ends the first. */
export function askForConsent(purpose: AskedPurpose, { isGuest = false } = {}): Promise<boolean> {
  useConsentQuestion.getState().question?.answer(false);
  return new Promise((resolve) => {
    const answer = (agreed: boolean) => {
      useConsentQuestion.setState({ question: undefined });
      resolve(agreed);
    };
    useConsentQuestion.setState({ question: { purpose, isGuest, answer } });
  });
}

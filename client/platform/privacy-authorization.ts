import { create } from 'zustand';

/** WeChat holds a call back until the person has agreed to the mini-program's privacy guide, and asks us to show our own sheet. */
interface Waiting {
  agree: (buttonId: string) => void;
  refuse: () => void;
}

export const usePrivacyAuthorization = create<{ waiting: Waiting | undefined }>(() => ({
  waiting: undefined,
}));

interface Decision {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}
type Ask = (listener: (resolve: (decision: Decision) => void) => void) => void;

/** Called once at launch. Older phones have no such call, and need none: there WeChat asks by itself. */
export function answerPrivacyAuthorization(wechat: { onNeedPrivacyAuthorization?: Ask }): void {
  let resolves: ((decision: Decision) => void)[] = [];
  const decide = (decision: Decision) => {
    const all = resolves;
    resolves = [];
    usePrivacyAuthorization.setState({ waiting: undefined });
    all.forEach((resolve) => resolve(decision));
  };
  wechat.onNeedPrivacyAuthorization?.((resolve) => {
    resolves.push(resolve);
    resolve({ event: 'exposureAuthorization' });
    usePrivacyAuthorization.setState({
      waiting: {
        agree: (buttonId) => decide({ event: 'agree', buttonId }),
        refuse: () => decide({ event: 'disagree' }),
      },
    });
  });
}

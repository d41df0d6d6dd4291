import { toInstant } from '../../http/instants';

/**
 * WeChat's one-time messages (订阅消息): each acceptance of a person is worth one message of that template. What is sent names
 * nobody: it lies on WeChat's servers and lights up on a locked screen.
 */
export const messageKinds = ['claimProgress', 'reviewDecided'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The fields of each template; one with other fields is another template (docs/release-to-wechat.md). */
export const templateFields = {
  claimProgress: ['character_string1', 'phrase2', 'time3', 'thing5'],
  reviewDecided: ['thing1', 'phrase2', 'time3', 'thing4'],
} as const satisfies Record<MessageKind, readonly string[]>;

/** Ids of the templates at WeChat; a kind without one is not sent. */
export type SubscribeTemplates = Partial<Record<MessageKind, string>>;

export interface SubscribeMessage {
  kind: MessageKind;
  /** The page that opens, with its query. */
  page: string;
  fields: Record<string, string>;
}

const LONGEST = { thing: 20, phrase: 5, character_string: 32 } as const;

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

/** Values within WeChat's limits: one that is too long would cost the person the whole message (47003). */
export const field = {
  thing: (text: string) => cut(text, LONGEST.thing),
  phrase: (text: string) => text.slice(0, LONGEST.phrase),
  /** The end of a number, as a bank shows a card: enough to tell two cases apart, nothing to look one up by. */
  numberEnd: (number: string) => `****${number.slice(-4)}`,
  /** As the clocks in China show it: `2026-11-22T06:05:00Z` → `2026-11-22 14:05`. */
  time: (instant: string) => toInstant(new Date(instant)).slice(0, 16).replace('T', ' '),
};

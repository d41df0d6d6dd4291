import type { Phone } from '../journeys/support/phone';
import type { Ids } from './ids';

export type Who =
  'visitor' | 'member' | 'claimant' | 'newcomer' | 'elder' | 'clerk' | 'owner' | 'insured' | 'secondPhone';

/** Where a scene is set: a page of its own on somebody's phone, and the systems behind the server. */
export interface Stage {
  phone: Phone;
  ids: Ids;
  /** The eight digits of a voucher that its owner shows now. */
  shownCode(): Promise<string>;
  latestCode(phone: string): Promise<string>;
  /** What somebody beside the car gets by SMS, as an address of this server. */
  photoLink(): Promise<string>;
}

/** One screen in one state. What is wrong in it is really wrong: a held answer, a cut line, a system that is away. */
export interface Scene {
  state: string;
  who: Who;
  /** Behind the address, e.g. `id=…`. */
  query?: (ids: Ids) => string;
  /** Breaks what is to be broken before the page is opened. */
  before?: (stage: Stage) => Promise<void>;
  /** From the opened page to the state. */
  after?: (stage: Stage) => Promise<void>;
  /** The words by which one knows that the state is reached. */
  until: string | RegExp;
  /** Taken after all others, with every system of record away. */
  whileAway?: true;
}

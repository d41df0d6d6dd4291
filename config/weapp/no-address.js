/**
 * A mini-program has no address bar. Taro imitates one, with its history and a parser of addresses, for libraries that look at it; ours do not, so here
 * stands what the rest of the runtime touches of it.
 */
import { Events } from '@tarojs/shared';

export class Location extends Events {}
export class History extends Events {}

const none = () => {
  throw new Error('there are no addresses to take apart in a mini-program');
};

export const parseUrl = none;
export const TaroURLProvider = none;
export const URLSearchParams = none;

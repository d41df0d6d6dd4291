import type { MessageKind, SubscribeResult } from './subscribe-types';

/** A browser has none of WeChat's messages: what is due comes by SMS. */
export const canSendMessages = (_kind: MessageKind): boolean => false;

export const askForMessage = (_kind: MessageKind): Promise<SubscribeResult> => Promise.resolve('unavailable');

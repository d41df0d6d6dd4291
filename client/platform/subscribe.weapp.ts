import Taro from '@tarojs/taro';
import type { MessageKind, SubscribeResult } from './subscribe-types';

/** In a constant of its own: the build writes the object out in place of this word, which only stands well after an equals sign. */
const templates = SUBSCRIBE_TEMPLATES;

/** False without a template: then nothing is offered and nothing asked. */
export const canSendMessages = (kind: MessageKind): boolean => templates[kind] !== undefined;

/** Called by the tap that wants the message; WeChat shows its own question. */
export async function askForMessage(kind: MessageKind): Promise<SubscribeResult> {
  const id = templates[kind];
  if (id === undefined) return 'unavailable';
  try {
    const answers: unknown = await Taro.requestSubscribeMessage({ tmplIds: [id], entityIds: [] });
    return (answers as Record<string, unknown>)[id] === 'accept' ? 'accepted' : 'refused';
  } catch {
    return 'unavailable';
  }
}

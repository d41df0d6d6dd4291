import Taro from '@tarojs/taro';
import type { MessageKind, SubscribeResult } from './subscribe-types';

/** False without a template: then nothing is offered and nothing asked. */
export const canSendMessages = (kind: MessageKind): boolean => SUBSCRIBE_TEMPLATES[kind] !== undefined;

/** Called by the tap that wants the message; WeChat shows its own question. */
export async function askForMessage(kind: MessageKind): Promise<SubscribeResult> {
  const id = SUBSCRIBE_TEMPLATES[kind];
  if (id === undefined) return 'unavailable';
  try {
    const answers: unknown = await Taro.requestSubscribeMessage({ tmplIds: [id], entityIds: [] });
    return (answers as Record<string, unknown>)[id] === 'accept' ? 'accepted' : 'refused';
  } catch {
    return 'unavailable';
  }
}

import { randomId } from '@/platform/random-id';
import { wechatLoginCode } from '@/platform/login-code';
import type { MessageKind } from '@/platform/subscribe-types';
import { messageAcceptance } from '../../bff/features/account/contract';
import { write } from './client';

/**
 * Tells the server that this WeChat account allowed one message. False when that did not get through: then nothing will come in WeChat, and the
 * screen must not promise it.
 */
export async function keepAcceptance(kind: MessageKind): Promise<boolean> {
  try {
    const code = await wechatLoginCode();
    if (code === undefined) return false;
    await write({
      method: 'POST',
      path: '/me/message-acceptances',
      body: { kind, code },
      schema: messageAcceptance,
      idempotencyKey: randomId(),
    });
    return true;
  } catch {
    return false;
  }
}

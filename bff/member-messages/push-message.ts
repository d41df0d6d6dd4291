import type { Logger } from 'pino';
import { OutcomeUnknown } from '../http/upstream-errors';
import type { Wechat } from '../upstream/wechat/client';
import type { Sent } from '../upstream/wechat/errcodes';
import type { SubscribeMessage } from '../upstream/wechat/subscribe-message';
import type { Acceptances, TakenAcceptance } from './acceptances';

export interface Push {
  accountId: string;
  /** Names what is told: one message per key, however often it is tried. */
  key: string;
  message: SubscribeMessage;
}

export interface PushDeps {
  acceptances: Acceptances;
  wechat: Pick<Wechat, 'sendMessage'>;
  log: Logger;
}

/**
 * What surely was not sent leaves the acceptance as it was; what may have been sent keeps it bound.
 * @throws whatever the call threw
 */
async function send(
  { acceptances, wechat }: PushDeps,
  { id, openid, begunBefore }: TakenAcceptance,
  message: SubscribeMessage,
): Promise<Sent> {
  try {
    return await wechat.sendMessage(openid, message);
  } catch (error) {
    if (!begunBefore && !(error instanceof OutcomeUnknown)) await acceptances.giveBack(id);
    throw error;
  }
}

/**
 * Sends a message in WeChat where the member has allowed one, and nothing where not: what is important goes by SMS anyhow.
 * WeChat takes no request key, so its own count is the guard. The acceptance is bound to the message before the call. Where
 * nobody heard the answer the call is made again only when that was the person's last acceptance: if the first call arrived, the second
 * is refused (43101) and brings nothing. With more of them waiting a second call would be a second message, so it is left at one.
 * @throws when the outcome is unknown; the same key goes on where this ended
 */
export async function pushMessage(deps: PushDeps, { accountId, key, message }: Push): Promise<void> {
  const { acceptances, log } = deps;
  const taken = await acceptances.take({ accountId, kind: message.kind, key });
  if (!taken) return;
  const { id, begunBefore, underWay, moreAreWaiting } = taken;
  if (underWay) throw new Error('this message is being sent, or was cut off a moment ago');
  if (begunBefore && moreAreWaiting) return acceptances.sent(id);
  const outcome = await send(deps, taken, message);
  if (outcome === 'sent' || (outcome === 'refused' && begunBefore)) return acceptances.sent(id);
  if (outcome === 'refused') return acceptances.refused(id);
  log.error(
    { kind: message.kind },
    'WeChat does not know this message: its template, page or fields are wrong',
  );
  await acceptances.unusable(id);
}

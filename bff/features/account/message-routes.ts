import type { AccessRules } from '../../http/access';
import { recordScope, type RecordedWrites } from '../../http/idempotency';
import type { Limits } from '../../http/limits';
import { Problem } from '../../http/problem';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { Acceptances } from '../../member-messages/acceptances';
import type { Wechat } from '../../upstream/wechat/client';
import type { SubscribeTemplates } from '../../upstream/wechat/subscribe-message';
import { messageAcceptance, messageAcceptanceRequest } from './contract';

export interface MessageDeps {
  access: AccessRules;
  acceptances: Pick<Acceptances, 'add'>;
  wechat: Pick<Wechat, 'userOf'>;
  recorded: RecordedWrites;
  limits: Limits;
  templates: SubscribeTemplates;
}

/** What a member allows us to tell in WeChat. Which WeChat account that is, only a code of wx.login can say. */
export function messageRoutes(deps: MessageDeps): AnyRoute[] {
  const { access, acceptances, wechat, recorded, limits, templates } = deps;
  return [
    defineRoute({
      method: 'post',
      path: '/me/message-acceptances',
      summary: '允许 was tapped in WeChat’s question: one message of this kind may be sent (订阅消息)',
      tag: 'account',
      access: access.member,
      idempotency: { kind: 'recorded' },
      body: messageAcceptanceRequest,
      answers: { 201: messageAcceptance },
      problems: {
        MESSAGE_NOT_OFFERED: 'this installation has no template for it',
        WECHAT_CODE_INVALID: 'ask wx.login for another one',
      },
      async handle({ caller, body, idempotencyKey }) {
        const { kind, code } = body;
        if (!templates[kind]) {
          throw new Problem(409, 'MESSAGE_NOT_OFFERED', '这里还没有开通这种微信通知，重要的事照常发短信');
        }
        const { accountId } = caller;
        const scope = recordScope(accountId, 'POST /me/message-acceptances');
        const prepare = async () => {
          await limits.take('acceptancesPerHour', accountId);
          return wechat.userOf(code);
        };
        return recorded.run(
          { scope, key: idempotencyKey, input: body, prepare },
          async (transaction, { openid }) => ({
            status: 201,
            body: { kind, waiting: await acceptances.add(transaction, { accountId, kind, openid }) },
          }),
        );
      },
    }),
  ];
}

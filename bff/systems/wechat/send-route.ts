import * as z from 'zod/mini';
import { defineRoute, type AnyRoute } from '../../http/route';
import { subscribeSendAnswer, subscribeSendRequest } from '../../upstream/wechat/contract';
import {
  templateFields,
  type MessageKind,
  type SubscribeTemplates,
} from '../../upstream/wechat/subscribe-message';
import { wechatError } from './errcodes';
import { wechatAccess } from './gateway-routes';
import type { OneTimeCodes } from './one-time-codes';
import type { SubscribeMessages } from './subscribe-messages';

export interface SendDeps {
  codes: Pick<OneTimeCodes, 'isAccessToken'>;
  messages: SubscribeMessages;
  templates: SubscribeTemplates;
}

type Message = z.output<typeof subscribeSendRequest>;

const OPENID = /^o[\w-]{27}$/;
const PAGE = /^features\/[a-z-]+\/pages\/[a-z-]+\/index(\?|$)/;

/** WeChat's rules for a value, by the kind in front of the field's number. */
const valueRules: Record<string, RegExp> = {
  thing: /^.{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
};

const kindOf = (templates: SubscribeTemplates, id: string): MessageKind | undefined =>
  (Object.keys(templates) as MessageKind[]).find((kind) => templates[kind] === id);

function hasItsFields(kind: MessageKind, data: Message['data']): boolean {
  const expected: readonly string[] = templateFields[kind];
  const given = Object.entries(data);
  return (
    given.length === expected.length &&
    given.every(
      ([name, { value }]) =>
        expected.includes(name) && valueRules[name.replace(/\d+$/, '')]?.test(value) === true,
    )
  );
}

/** What is wrong with a message, as WeChat checks it: the receiver, the template, the page, the data. */
function faultOf(message: Message, templates: SubscribeTemplates): number | undefined {
  if (!OPENID.test(message.touser)) return 40003;
  const kind = kindOf(templates, message.template_id);
  if (!kind) return 40037;
  if (!PAGE.test(message.page ?? '')) return 41030;
  return hasItsFields(kind, message.data) ? undefined : 47003;
}

const textOf = (data: Message['data']) =>
  Object.values(data)
    .map(({ value }) => value)
    .join(' · ');

/** `POST /cgi-bin/message/subscribe/send`: one acceptance, one message. There is no key here: a second call is a second message. */
export function sendRoute({ codes, messages, templates }: SendDeps): AnyRoute {
  async function answer(accessToken: string | undefined, message: Message) {
    if (!accessToken) return wechatError(41001);
    if (!(await codes.isAccessToken(accessToken))) return wechatError(40001);
    const fault = faultOf(message, templates);
    if (fault !== undefined) return wechatError(fault);
    const content = { text: textOf(message.data), page: message.page ?? '' };
    return wechatError((await messages.deliver(message.touser, message.template_id, content)) ? 0 : 43101);
  }
  return defineRoute({
    method: 'post',
    path: '/cgi-bin/message/subscribe/send',
    summary: 'Send one message (订阅消息) for one acceptance',
    tag: 'wechat',
    access: wechatAccess,
    idempotency: { kind: 'natural', why: 'each acceptance is worth one message, counted by the database' },
    query: z.looseObject({ access_token: z.optional(z.string().check(z.maxLength(600))) }),
    body: subscribeSendRequest,
    answers: { 200: subscribeSendAnswer },
    handle: async ({ query, body }) => ({ status: 200, body: await answer(query.access_token, body) }),
  });
}

import type * as z from 'zod/mini';
import type { inboxMessage } from '../upstream/sms/contract';
import { demoAccounts } from './demo-accounts';
import { escapeHtml, htmlPage } from './html';

type Message = z.infer<typeof inboxMessage>;

const channels: Record<Message['channel'], string> = { sms: '短信', wechat: '微信服务通知' };

/** `2026-11-22T14:05:09+08:00` → `11月22日 14:05:09`; the instant already stands in Shanghai's time. */
function timeOf(instant: string): string {
  const match = /^\d{4}-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})/.exec(instant);
  if (!match) return instant;
  const [, month, day, clock] = match;
  return `${String(Number(month))}月${String(Number(day))}日 ${clock ?? ''}`;
}

function codeBlock(code: string): string {
  const digits = `${code.slice(0, 3)} ${code.slice(3)}`;
  return `<p class="code" aria-label="验证码 ${escapeHtml(code)}">${escapeHtml(digits)}</p>`;
}

function messageItem({ channel, text, at, code }: Message, index: number): string {
  return `<li class="card message${index === 0 ? ' newest' : ''}">
<p class="meta"><span>${channels[channel]}</span><time datetime="${escapeHtml(at)}">${escapeHtml(timeOf(at))}</time></p>
${code ? codeBlock(code) : ''}<p>${escapeHtml(text)}</p></li>`;
}

const empty = `<li class="card quiet"><p><b>还没有消息</b></p>
<p>在登录页填这个号码，点“发送验证码”。短信会自己出现在这里，不用刷新。</p></li>`;

const back = '<p class="crumbs"><a href="/demo">‹ 演示说明</a></p>';

export function inboxPage(phone: string, messages: Message[]): string {
  const account = demoAccounts.find((candidate) => candidate.phone === phone);
  const whose = account ? `${account.name} · ${account.role}` : '没有登记的号码，也可以登录';
  const items = messages.length > 0 ? messages.map(messageItem).join('\n') : empty;
  const body = `<main class="narrow">${back}
<header class="plain"><h1 class="number">${escapeHtml(phone)}</h1><p>${escapeHtml(whose)}</p></header>
<noscript><p class="card quiet">浏览器没有开脚本：收到新消息请手动刷新。</p></noscript>
<ul class="messages" data-messages aria-live="polite">${items}</ul>
<p class="foot">最新的在最上面，新短信会自己出现。演示环境不会真的发短信，消息保留 7 天。</p></main>`;
  return htmlPage({ title: `收件箱 ${phone}`, body, script: '/demo/inbox.js' });
}

/** Without a phone: whose inbox? */
export function inboxChooser(typed: string): string {
  const problem = typed ? '<p class="problem" role="alert">请填写 11 位手机号，例如 13800000001</p>' : '';
  const rows = demoAccounts
    .map(
      ({ phone, name, role }) =>
        `<li><a class="row" href="/demo/inbox?phone=${phone}"><b class="number">${phone}</b><span>${escapeHtml(`${name} · ${role}`)}</span></a></li>`,
    )
    .join('\n');
  const body = `<main class="narrow">${back}
<header class="plain"><h1>手机收件箱</h1><p>演示环境里发给每个号码的短信，都在这里看</p></header>
<form class="card ask" action="/demo/inbox"><label for="phone">手机号</label>
<div><input id="phone" name="phone" inputmode="tel" autocomplete="off" maxlength="20" value="${escapeHtml(typed.slice(0, 20))}"><button>打开</button></div>${problem}</form>
<ul class="card rows">${rows}</ul></main>`;
  return htmlPage({ title: '手机收件箱', body });
}

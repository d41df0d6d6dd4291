import { demoAccounts, type AccountGroup, type DemoAccount } from './demo-accounts';
import { escapeHtml, htmlPage } from './html';
import {
  clerkSteps,
  identitySteps,
  operatorSteps,
  ownerSteps,
  signInSteps,
  type ApiStep,
  type JourneyStep,
} from './journey';

export interface DemoWords {
  brand: { insurerName: string; productName: string; hotline: string };
  /** Seconds a claim stays in each step. */
  paceSeconds: number;
}

const groups: Record<AccountGroup, string> = { member: '会员', merchant: '商户', operator: '内管' };

function bindBlock({ name, idNumber }: DemoAccount): string {
  if (!idNumber) return '';
  return `<p class="bind"><span>姓名 <b>${escapeHtml(name)}</b></span><span>身份证号 <b class="number">${escapeHtml(idNumber)}</b></span></p>`;
}

const LOGIN = '/features/account/pages/login/index';

function personCard(account: DemoAccount): string {
  const { phone, name, group, role, has, tries } = account;
  // An operator has no page to log in at.
  const login = group === 'operator' ? '' : `<a href="${LOGIN}" target="_blank" rel="noopener">去登录</a>`;
  return `<li class="card person">
<div class="who"><span class="phone number">${phone}</span><span class="tag ${group}">${groups[group]}</span></div>
<h3>${escapeHtml(name)} · ${escapeHtml(role)}</h3>
<p class="has">${escapeHtml(has)}</p>
${bindBlock(account)}
<ul class="tries">${tries.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>
<p class="links"><button type="button" data-copy hidden aria-live="polite">复制号码</button>${login}<a href="/demo/inbox?phone=${phone}" target="_blank" rel="noopener">打开收件箱</a></p>
</li>`;
}

function stepItem(step: JourneyStep | ApiStep): string {
  const sends = 'sends' in step && step.sends ? `<p><code>${escapeHtml(step.sends)}</code></p>` : '';
  return `<li class="card"><h3>${escapeHtml(step.title)}</h3><p>${escapeHtml(step.detail)}</p>${sends}</li>`;
}

const stepList = (steps: JourneyStep[], shape = '') =>
  `<ol class="steps ${shape}">${steps.map(stepItem).join('\n')}</ol>`;

const shield =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.5 19 6v5.5c0 4.4-2.9 7.6-7 9-4.1-1.4-7-4.6-7-9V6z"/></svg>';

export function demoPage({ brand, paceSeconds }: DemoWords): string {
  const { productName, insurerName } = brand;
  const body = `<main>
<header class="hero"><span class="mark">${shield}</span>
<h1>${escapeHtml(productName)} · 演示</h1>
<p class="lead">这里的人、车、保单和店都是编的，${escapeHtml(insurerName)}也不存在。选一个人登录，照着下面走一遍；做过的事会一直留在这台机器上。</p>
<p class="actions"><a class="button" href="/" target="_blank" rel="noopener">打开${escapeHtml(productName)}</a><a class="button ghost" href="/demo/inbox" target="_blank" rel="noopener">手机收件箱</a><a class="button ghost" href="/demo/surveyor" target="_blank" rel="noopener">扮演查勘员</a></p></header>
<section><h2>怎么登录</h2><p class="note">所有人都用手机号和验证码登录，不用注册。</p>${stepList(signInSteps(), 'across')}</section>
<section><h2>可以用谁登录</h2><p class="note">复制一个号码，去登录页填上；点“打开收件箱”看发给这个号码的短信。</p>
<ul class="people">${demoAccounts.map(personCard).join('\n')}</ul></section>
<section><h2>走一遍全程</h2><p class="note">先以车主走到亮出二维码，再换店员来核销。两个人要同时在线，所以用两个浏览器，或者一个普通窗口加一个无痕窗口。</p>
<div class="two"><div><h3>车主</h3>${stepList(ownerSteps(paceSeconds))}</div>
<div><h3>店员</h3>${stepList(clerkSteps())}<h3>实名</h3>${stepList(identitySteps())}</div></div></section>
<section><h2>内管接口</h2><p class="note">内管是保险公司里办事的人用的：核对身份、出结算单、答复异议和工单。这里没有页面，只有接口。操作员有自己的登录和令牌，车主的令牌在这里没有用，反过来也一样。</p>
<p class="actions"><a class="button ghost" href="/api/docs" target="_blank" rel="noopener">打开接口文档</a></p>${stepList(operatorSteps(), 'after')}</section>
<p class="foot">只有演示模式才有这一页、收件箱和这些账号。</p></main>`;
  return htmlPage({ title: `${productName} · 演示`, body, script: '/demo/copy.js' });
}

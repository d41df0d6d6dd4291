import { htmlPage } from './html';

/** The claims desk as one page: pick a case, do the next thing. What may be done comes from the core system. */
export function surveyorPage(): string {
  const body = `<main><p class="crumbs"><a href="/demo">‹ 演示说明</a></p>
<header class="plain"><h1>扮演查勘员</h1><p>接手一个案子，一步一步往下办；车主的手机上跟着变。没人接手的案子会自己走。</p></header>
<noscript><p class="card quiet">这一页要开脚本。也可以在接口文档的 surveyor 一组里试。</p></noscript>
<p class="problem" role="alert" data-problem></p>
<div class="two"><div><h3>案子</h3><ul class="card rows" data-cases><li class="quiet">正在读取…</li></ul></div>
<div><h3 data-title>先选一个案子</h3><div class="card steps-box" data-case><p class="quiet">左边点一个。</p></div></div></div></main>`;
  return htmlPage({ title: '扮演查勘员', body, script: '/demo/surveyor.js' });
}

export const surveyorScript = `'use strict';
(() => {
  const api = '/api/v1/surveyor/cases';
  const one = (selector) => document.querySelector(selector);
  const make = (tag, words, attributes = {}) => {
    const element = document.createElement(tag);
    if (words !== undefined) element.textContent = words;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const yuan = (fen) => '¥' + (fen / 100).toFixed(2);
  const names = {
    contact: '打过电话了', survey: '看过车了', listPapers: '给材料清单', register: '受理', assess: '出金额',
    approve: '审核通过', pay: '付款', close: '结束', refuse: '不赔', sendRefusalNotice: '发不赔通知',
    askAgain: '再要材料（要主管写原因）', reviewPaper: '看材料',
  };
  const survey = { action: 'survey', faultPercent: 70, agreed: true, policeDecided: false, outsideProperty: false,
    otherHasCompulsory: true, estimatedOwnFen: 400000, estimatedOtherFen: 300000 };
  const lines = [
    { kind: 'part', side: 'own', label: '前保险杠', quantity: 1, amountFen: 128000 },
    { kind: 'labour', side: 'own', label: '拆装和喷漆', quantity: 1, amountFen: 90000 },
    { kind: 'part', side: 'other', label: '对方后保险杠', quantity: 1, amountFen: 215000 },
  ];
  let chosen = null;
  let pending = null;

  const call = async (path, body) => {
    const init = body ? { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }, body: JSON.stringify(body) } : {};
    const answer = await fetch(api + path, init);
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.detail || '没有成功');
    return told;
  };
  const act = async (body) => {
    if (pending) return;
    pending = body;
    one('[data-problem]').textContent = '';
    try { show(await call('/' + chosen + '/actions', body)); await list(); }
    catch (error) { one('[data-problem]').textContent = error.message; }
    finally { pending = null; }
  };
  const inputs = {
    survey: () => {
      const fault = Number(prompt('车主的责任：0、30、50、70、100', '70'));
      return [0, 30, 50, 70, 100].includes(fault) ? { ...survey, faultPercent: fault } : null;
    },
    assess: () => ({ action: 'assess', lines }),
    refuse: () => { const words = prompt('不赔的理由', '驾驶人没有有效驾驶证'); return words ? { action: 'refuse', reasons: [words] } : null; },
    askAgain: () => {
      const reason = prompt('主管的原因（不写会被拒绝）', '') || undefined;
      return { action: 'askAgain', kinds: ['propertyProof'], ...(reason ? { supervisorReason: reason } : {}) };
    },
  };
  const button = (words, body) => {
    const element = make('button', words, { type: 'button', class: 'button' });
    element.addEventListener('click', () => { const sent = typeof body === 'function' ? body() : body; if (sent) act(sent); });
    return element;
  };
  const actions = ({ actions: allowed, claim }) => {
    const box = make('p', undefined, { class: 'actions' });
    for (const name of allowed) {
      if (name === 'pay') claim.payouts.filter((p) => p.state === 'ready').forEach((p) => box.append(button('付款 ' + yuan(p.amountFen), { action: 'pay', payoutId: p.id })));
      else if (name === 'reviewPaper') claim.papers.items.filter((p) => p.state === 'received').forEach((p) => {
        box.append(button('收下：' + p.name, { action: 'reviewPaper', paperId: p.id, decision: 'accepted', reason: '看得清，收下了。' }));
        box.append(button('退回：' + p.name, { action: 'reviewPaper', paperId: p.id, decision: 'rejected', reason: '照片看不清，请重拍。' }));
      });
      else box.append(button(names[name] || name, inputs[name] || { action: name }));
    }
    if (!allowed.length) box.append(make('span', '现在轮到车主，或者已经办完。', { class: 'quiet' }));
    return box;
  };
  const show = (detail) => {
    const { claim } = detail;
    chosen = claim.id;
    one('[data-title]').textContent = claim.reportNo + ' · ' + claim.statusName;
    const box = one('[data-case]');
    box.replaceChildren(
      make('p', claim.plate + ' · ' + claim.address),
      make('p', detail.driverName + ' ' + detail.contactPhone + (detail.description ? ' · ' + detail.description : '')),
      make('p', '车主现在看到：' + claim.nextAction.title + '。' + claim.nextAction.detail, { class: 'note' }),
      actions(detail),
    );
    if (!detail.taken) box.append(button('我来接手（不再自己走）', { action: 'take' }));
    const news = make('ul', undefined, { class: 'tries' });
    claim.news.slice(0, 8).forEach((item) => news.append(make('li', item.at.slice(11, 19) + ' ' + item.title)));
    box.append(news);
  };
  const list = async () => {
    const { items } = await call('');
    const rows = items.map((item) => {
      const row = make('a', undefined, { class: 'row', href: '#' + item.id });
      row.append(make('b', item.reportNo, { class: 'number' }), make('span', item.plate + ' · ' + item.statusName + (item.breached ? ' · 超时' : '') + (item.taken ? ' · 已接手' : '')));
      const entry = make('li');
      entry.append(row);
      return entry;
    });
    one('[data-cases]').replaceChildren(...(rows.length ? rows : [make('li', '没有在办的案子', { class: 'quiet' })]));
  };
  const open = async () => {
    const id = location.hash.slice(1);
    if (!id) return;
    try { show(await call('/' + encodeURIComponent(id))); } catch (error) { one('[data-problem]').textContent = error.message; }
  };
  addEventListener('hashchange', open);
  list().then(open).catch((error) => { one('[data-problem]').textContent = error.message; });
  setInterval(() => { if (!document.hidden) list().catch(() => undefined); }, 5000);
})();
`;

import { htmlPage } from './html';

/** The claims desk as one page: pick a case, do the next thing. What may be done comes from the core system. */
export function surveyorPage(): string {
  const body = `<main><p class="crumbs"><a href="/demo">‹ 演示说明</a></p>
<header class="plain"><h1>扮演查勘员</h1><p>选一个案子，一步一步往下办；车主的手机上跟着变。没人接手的案子，我们这边的事会自动往下走，轮到车主就停下来等；您办过一步的，就不再自动走。</p></header>
<noscript><p class="card quiet">这一页要开脚本。也可以在接口文档的 surveyor 一组里试。</p></noscript>
<p class="problem" role="alert" data-problem></p>
<div class="two"><div><h3>案子</h3><ul class="card rows" data-cases><li class="quiet">正在读取…</li></ul></div>
<div><h3 data-title>先选一个案子</h3><div class="card steps-box" data-case><p class="quiet">列表里点一个。</p></div></div></div></main>`;
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
  const problem = make('p', '', { class: 'problem', role: 'alert' });
  let chosen = null;
  let pending = null;
  let shown = '';

  const call = async (path, body) => {
    const init = body ? { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }, body: JSON.stringify(body) } : {};
    const answer = await fetch(api + path, init);
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.detail || '没有成功'), { code: told.code });
    return told;
  };
  const clear = () => { problem.textContent = ''; one('[data-problem]').textContent = ''; };
  const act = async (body, element) => {
    if (pending) return;
    pending = body;
    const actions = '/' + chosen + '/actions';
    clear();
    try { show(await call(actions, body)); }
    catch (error) {
      // It went on meanwhile. Who acts has taken it over all the same, and sees where it is now.
      if (error.code === 'ACTION_OUT_OF_TURN') await call(actions, { action: 'take' }).then(show).catch(() => undefined);
      else if (element.isConnected) element.closest('.actions').after(problem);
      problem.textContent = error.message;
    }
    finally { pending = null; }
    await list().catch(() => undefined);
  };
  const button = (words, body, shape = '') => {
    const element = make('button', words, { type: 'button', class: 'button ' + shape });
    element.addEventListener('click', () => act(typeof body === 'function' ? body() : body, element));
    return element;
  };
  const asked = (label, field, element) => {
    const box = make('p', undefined, { class: 'actions asked' });
    const name = make('label', label);
    field.name = label;
    name.append(field);
    box.append(name, element);
    return box;
  };
  const faults = () => {
    const field = make('select');
    for (const [percent, words] of [[0, '没有责任'], [30, '次要责任'], [50, '一半'], [70, '主要责任'], [100, '全部责任']]) {
      field.append(make('option', percent + '% · ' + words, { value: percent, ...(percent === 70 ? { selected: '' } : {}) }));
    }
    return field;
  };
  const sentence = (words) => {
    const field = make('input', undefined, { type: 'text', maxlength: 300 });
    field.value = words;
    return field;
  };
  const forms = {
    survey: () => {
      const field = faults();
      return asked('车主的责任', field, button(names.survey, () => ({ ...survey, faultPercent: Number(field.value) })));
    },
    askAgain: () => {
      const field = sentence('');
      return asked('主管的原因（不写会被拒绝）', field, button(names.askAgain, () => ({
        action: 'askAgain', kinds: ['propertyProof'], ...(field.value.trim() ? { supervisorReason: field.value } : {}),
      }), 'ghost'));
    },
    refuse: () => {
      const field = sentence('驾驶人没有有效驾驶证');
      const box = asked('不赔的理由', field, button(names.refuse, () => ({ action: 'refuse', reasons: [field.value] }), 'bad'));
      box.classList.add('apart');
      return box;
    },
  };
  const actions = ({ actions: allowed, claim }) => {
    const box = make('p', undefined, { class: 'actions' });
    for (const name of allowed.filter((one) => !forms[one])) {
      if (name === 'pay') claim.payouts.filter((p) => p.state === 'ready').forEach((p) => box.append(button('付款 ' + yuan(p.amountFen), { action: 'pay', payoutId: p.id })));
      else if (name === 'reviewPaper') claim.papers.items.filter((p) => p.state === 'received').forEach((p) => {
        box.append(button('收下：' + p.name, { action: 'reviewPaper', paperId: p.id, decision: 'accepted', reason: '看得清，收下了。' }));
        box.append(button('退回：' + p.name, { action: 'reviewPaper', paperId: p.id, decision: 'rejected', reason: '照片看不清，请重拍。' }));
      });
      else if (name === 'assess') box.append(button(names.assess, { action: 'assess', lines }));
      else box.append(button(names[name] || name, { action: name }));
    }
    if (!allowed.length) box.append(make('span', '现在轮到车主，或者已经办完。', { class: 'quiet' }));
    return [box, ...['survey', 'askAgain', 'refuse'].filter((one) => allowed.includes(one)).map((one) => forms[one]())];
  };
  const plateOf = (plate) => plate.slice(0, 2) + '·' + plate.slice(2);
  const timeOf = (instant) => instant.slice(0, 16).replace('T', ' ');
  const mark = () => document.querySelectorAll('[data-cases] a').forEach((row) => {
    if (row.hash === '#' + chosen) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  });
  // What somebody has typed, and where they stand, outlive that the case has moved.
  const kept = (box) => {
    const typed = [...box.querySelectorAll('select, input')].map(({ name, value }) => [name, value]);
    const at = box.contains(document.activeElement) ? document.activeElement : null;
    const range = at && at.type === 'text' ? [at.selectionStart, at.selectionEnd] : null;
    return () => {
      for (const [name, value] of typed) box.querySelectorAll('select, input').forEach((field) => { if (field.name === name) field.value = value; });
      if (!at) return;
      const again = [...box.querySelectorAll('select, input, button')].find((one) => one.name === at.name && one.textContent === at.textContent);
      if (again) again.focus({ preventScroll: true });
      if (again && range) again.setSelectionRange(...range);
    };
  };
  const show = (detail) => {
    const { claim } = detail;
    const said = JSON.stringify(detail);
    if (said === shown) return;
    const restore = claim.id === chosen ? kept(one('[data-case]')) : clear;
    shown = said;
    chosen = claim.id;
    mark();
    one('[data-title]').textContent = claim.reportNo + ' · ' + claim.statusName;
    const box = one('[data-case]');
    box.replaceChildren(
      make('p', plateOf(claim.plate) + (claim.verified ? '' : ' · 保单待核实') + (claim.injured ? ' · 有人受伤' : '')),
      make('p', '出险：' + timeOf(claim.occurredAt) + ' · ' + claim.address),
      make('p', '报案：' + timeOf(claim.reportedAt) + ' · 照片收到 ' + claim.receivedPhotoIds.length + ' 张'),
      make('p', detail.driverName + ' ' + detail.contactPhone + (detail.description ? ' · ' + detail.description : '')),
      make('p', '车主现在看到：' + claim.nextAction.title + '。' + claim.nextAction.detail, { class: 'note' }),
      problem,
      ...actions(detail),
    );
    if (detail.taken) box.append(make('p', '您接手了，这起案子不再自动往下走。', { class: 'quiet' }));
    else {
      const take = make('p', undefined, { class: 'actions' });
      take.append(button('我来接手', { action: 'take' }, 'ghost'));
      box.append(make('p', '还没人接手，我们这边的事会自动往下走。您接手，或者办了哪一步，就不再自动走。', { class: 'quiet' }), take);
    }
    const news = make('ul', undefined, { class: 'tries' });
    claim.news.slice(0, 8).forEach((item) => news.append(make('li', item.at.slice(11, 19) + ' ' + item.title)));
    box.append(news);
    restore();
  };
  const list = async () => {
    const { items } = await call('');
    const rows = items.map((item) => {
      const row = make('a', undefined, { class: 'row', href: '#' + item.id });
      row.append(make('b', item.reportNo, { class: 'number' }), make('span', plateOf(item.plate) + ' · ' + item.statusName + (item.breached ? ' · 超时' : '') + (item.taken ? ' · 已接手' : '')));
      const entry = make('li');
      entry.append(row);
      return entry;
    });
    one('[data-cases]').replaceChildren(...(rows.length ? rows : [make('li', '没有在办的案子', { class: 'quiet' })]));
    mark();
  };
  const open = async () => {
    const id = location.hash.slice(1);
    if (!id) return;
    try { show(await call('/' + encodeURIComponent(id))); } catch (error) { one('[data-problem]').textContent = error.message; return; }
    const title = one('[data-title]');
    if (title.getBoundingClientRect().top > innerHeight / 2) title.scrollIntoView();
  };
  // An answer that was asked for before somebody acted, or chose another case, tells what was.
  const follow = async () => {
    const [id, before] = [chosen, shown];
    if (!id || pending) return;
    const detail = await call('/' + encodeURIComponent(id));
    if (!pending && before === shown) show(detail);
  };
  addEventListener('hashchange', open);
  list().then(open).catch((error) => { one('[data-problem]').textContent = error.message; });
  setInterval(() => { if (!document.hidden) Promise.all([list(), follow()]).catch(() => undefined); }, 5000);
})();
`;

import { answerWith, plain, reading } from '../states';
import type { Scene } from '../scene';

const ofPolicy: Scene['query'] = ({ policy }) => `id=${policy}`;
const demo =
  (key: string): Scene['query'] =>
  () =>
    `id=pol_demo_${key}`;

export const detail: Scene[] = [
  ...reading({ who: 'member', query: ofPolicy, until: /保单号/, reads: /^\/policies/, away: /连不上/ }),
  plain('fuel', 'member', '按您这份保单算一笔', { query: demo('fuel_sy') }),
  plain('changed', 'member', /主要责任/, {
    query: demo('fuel_last_sy'),
    async after({ phone }) {
      await phone.tap('换个数、换个责任再算');
      await phone.tap('¥350,000');
      await phone.tap('主要责任');
      await phone.see('约定自己承担');
    },
  }),
  plain('own-amount', 'member', '金额（元）', {
    query: demo('fuel_sy'),
    async after({ phone }) {
      await phone.tap('换个数、换个责任再算');
      await phone.tap('自己填');
    },
  }),
  plain('compulsory', 'member', '按您这份保单算一笔', { query: demo('fuel_jq') }),
  plain('expired-2020', 'member', '哪天出的事', {
    query: demo('fuel_2020_jq'),
    after: ({ phone }) => phone.tap('换个数、换个责任再算'),
  }),
  plain('cancelled', 'member', /已退保/, { query: demo('electric_first_sy') }),
  plain('pending', 'elder', '还没开始', { query: demo('wang_next_jq') }),
  plain('sheet-remove', 'member', /保障照旧/, {
    query: ofPolicy,
    after: ({ phone }) => phone.tap('不再显示这张保单'),
  }),
  plain('clause', 'member', /示例条款/, {
    query: demo('fuel_sy'),
    after: ({ phone }) => phone.tap('看条款原文'),
  }),
  plain('document-away', 'member', /电子保单存在保单系统里/, {
    query: ofPolicy,
    before: answerWith(/\/document$/, 503, {
      type: 'about:blank',
      title: 'Away',
      status: 503,
      code: 'UPSTREAM_AWAY',
      detail: '保单系统暂时连不上，请稍后再试',
      requestId: 'K7M2-4QX9',
    }),
    after: ({ phone }) => phone.tap('电子保单 PDF'),
  }),
  plain('not-found', 'member', '没有找到', { query: () => 'id=pol_nobody' }),
  plain('visitor', 'visitor', '登录', { query: ofPolicy }),
];

export const add: Scene[] = [
  plain('content', 'member', '在纸质保单右上角'),
  plain('too-short', 'member', '保单号至少 4 位', { after: ({ phone }) => phone.tap('添加') }),
  plain('visitor', 'visitor', '登录'),
];

export const services: Scene[] = [
  ...reading({
    who: 'member',
    query: ofPolicy,
    until: '办理记录',
    reads: /^\/policies/,
    away: /连不上/,
  }),
  plain('sheet-address', 'member', '写到门牌号', {
    query: ofPolicy,
    after: ({ phone }) => phone.tap('改地址'),
  }),
  plain('not-holder', 'elder', '联系方式只有投保人可以改', { query: demo('wang_sy') }),
  plain('over', 'member', '不用挂失', { query: demo('fuel_last_sy') }),
];

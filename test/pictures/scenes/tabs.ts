import { cutOff, plain, reading } from '../states';
import type { Scene } from '../scene';

export const home: Scene[] = [
  ...reading({ who: 'member', until: '出险报案', reads: /^\/home/, away: '出险报案' }),
  plain('visitor', 'visitor', '登录后，这里是您的'),
  plain('newcomer', 'newcomer', '出险报案'),
  plain('without-claims', 'insured', '出险报案'),
  plain('your-turn', 'claimant', /起等您/),
  plain('visitor-offline', 'visitor', '出险报案', { before: cutOff }),
];

export const policies: Scene[] = [
  ...reading({ who: 'member', until: '出险报案', reads: /^\/policies/, away: /连不上/ }),
  plain('empty', 'newcomer', '完善信息，查看保单'),
  plain('visitor', 'visitor', '登录后看您的保单'),
];

export const life: Scene[] = [
  ...reading({ who: 'member', until: /积分/, reads: /^\/(points|gifts|vouchers)/, away: /连不上/ }),
  plain('empty', 'newcomer', '找服务'),
  plain('visitor', 'visitor', '登录后看您的券和积分'),
];

export const me: Scene[] = [
  ...reading({ who: 'member', until: '高级会员', reads: /^\/(me|home|vehicles)/, away: '高级会员' }),
  plain('newcomer', 'newcomer', '完善信息，查看保单'),
  plain('visitor', 'visitor', '大字版'),
  plain('clerk', 'clerk', '切换到商户工作台'),
  plain('sheet-theme', 'member', '跟随手机', { after: ({ phone }) => phone.tap('深色') }),
  plain('sheet-about', 'member', '关于', { after: ({ phone }) => phone.tap('关于') }),
  plain('sheet-logout', 'member', '退出登录', { after: ({ phone }) => phone.tap('退出登录') }),
];

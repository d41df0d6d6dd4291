import { typeCode } from '../../journeys/support/counter';
import { pagePath } from '../../journeys/support/sign-in';
import type { Scene, Stage } from '../scene';
import { loseAnswerOf, plain, reading } from '../states';

/** The guest shows the code on another page of the same browser; the clerk types it. */
async function lookUpVoucher({ phone, shownCode }: Stage): Promise<void> {
  await typeCode(phone, await shownCode());
  await phone.see('核对后确认');
}

export const workspace: Scene[] = [
  ...reading({ who: 'clerk', until: '客人报数字，手动输入', reads: /^\/(me$|merchant)/, away: /连不上/ }),
  plain('not-clerk', 'member', '这个账号不是门店账号'),
  plain('sheet-type', 'clerk', '查这张券', { after: ({ phone }) => phone.tap('客人报数字，手动输入') }),
  plain('mistyped', 'clerk', /没有这张券|输错/, {
    after: ({ phone }) => typeCode(phone, '11112222'),
  }),
  plain('sheet-confirm', 'clerk', '核对后确认', { after: lookUpVoucher }),
  plain('unknown', 'clerk', '查询进度', {
    before: loseAnswerOf(/^\/merchant\/redemptions$/),
    async after(stage) {
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
    },
  }),
  plain('unknown-reopened', 'clerk', '有一单待查', {
    before: loseAnswerOf(/^\/merchant\/redemptions$/),
    async after(stage) {
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
      await stage.phone.see('查询进度');
      await stage.phone.open(pagePath('merchant', 'workspace'));
    },
  }),
];

export const result: Scene[] = [
  plain('confirmed', 'clerk', '核销成功', {
    async after(stage) {
      await stage.phone.open(pagePath('merchant', 'workspace'));
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
    },
  }),
  plain('refused', 'clerk', /没有这张券|不能/, {
    async after({ phone }) {
      await phone.open(pagePath('merchant', 'workspace'));
      await typeCode(phone, '11112222');
    },
  }),
  plain('nothing', 'clerk', /./),
];

import type { Scene } from '../scene';
import { answerAlso, loseAnswerOf, plain, reading } from '../states';

const CONSENT = '我看过并同意用户协议和隐私政策';

const sendCode: Scene['after'] = async ({ phone }) => {
  await phone.type('手机号', '13800000008');
  await phone.tap(CONSENT);
  await phone.tap('发送验证码');
  await phone.see('验证码已发到 13800000008');
};

export const login: Scene[] = [
  plain('content', 'visitor', '发送验证码'),
  plain('without-agreement', 'visitor', /勾选/, {
    async after({ phone }) {
      await phone.type('手机号', '13800000008');
      await phone.tap('发送验证码');
    },
  }),
  plain('bad-number', 'visitor', /11 位/, {
    async after({ phone }) {
      await phone.type('手机号', '1380');
      await phone.tap(CONSENT);
      await phone.tap('发送验证码');
    },
  }),
  plain('code-sent', 'visitor', '登录', { after: sendCode }),
  plain('wrong-code', 'visitor', /不对|错/, {
    async after(stage) {
      await sendCode?.(stage);
      const right = await stage.latestCode('13800000008');
      await stage.phone.type('验证码', right === '000000' ? '111111' : '000000');
      await stage.phone.tap('登录');
    },
  }),
];

const fillIdentity: Scene['after'] = async ({ phone }) => {
  await phone.type('姓名', '李雪梅');
  await phone.type('身份证号', '370104199207083524');
};

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

const reviewed = (state: string, reason: string | null) =>
  answerAlso(/^\/me\/identity/, (status: object) => ({
    ...status,
    review: { id: 'rev_0192f3', state, submittedAt: inDays(-1), dueAt: inDays(1), reason },
  }));

export const identity: Scene[] = [
  ...reading({ who: 'newcomer', until: '完善信息，查看保单', reads: /^\/me\/identity/ }),
  plain('verified', 'member', '已核实是您本人'),
  plain('visitor', 'visitor', '先登录，再核验'),
  plain('filled', 'newcomer', '完善信息，查看保单', { after: fillIdentity }),
  plain('waiting', 'newcomer', '正在由专人核对', { before: reviewed('open', null) }),
  plain('refused', 'newcomer', '这次没有核对上', { before: reviewed('refused', '姓名和证件不一致') }),
];

const MERGE = '合并两个账号';
const CODES = ['本号码 138****0052 的验证码', '另一个号码 138****0053 的验证码'] as const;

const fillCodes: Scene['after'] = async ({ phone }) => {
  for (const label of CODES) await phone.type(label, '000000');
  await phone.tap(MERGE);
};

/** A deletion runs for days and ends the account: the offer says that one is waiting. */
const leavingAt = (key: string) =>
  answerAlso(/^\/me\/identity/, (status: { merge: object }) => ({
    ...status,
    merge: { ...status.merge, [key]: inDays(5) },
  }));

identity.push(
  plain('merge', 'secondPhone', MERGE),
  plain('merge-without-codes', 'secondPhone', '验证码是 6 位数字', {
    after: ({ phone }) => phone.tap(MERGE),
  }),
  plain('merge-code-sent', 'secondPhone', /已发到/, { after: ({ phone }) => phone.tap('发送验证码') }),
  plain('merge-wrong-code', 'secondPhone', /不对或已经过期/, { after: fillCodes }),
  plain('merge-unknown', 'secondPhone', '查询进度', {
    before: loseAnswerOf(/^\/me\/identity\/merge$/),
    after: fillCodes,
  }),
  plain('merge-own-deletion', 'secondPhone', '去撤回删除', { before: leavingAt('ownDeletionAt') }),
  plain('merge-other-deletion', 'secondPhone', /申请自动作废/, { before: leavingAt('otherDeletionAt') }),
);

/** Its rows stand whatever the server says; only what they say below the name comes later. */
export const privacy: Scene[] = [
  plain('content', 'member', '随时可以收回'),
  plain('visitor', 'visitor', '还没有登录'),
];

export const access: Scene[] = [
  ...reading({ who: 'member', until: '为什么', reads: /^\/me\/access-records/ }),
  plain('empty', 'newcomer', '还没有别人看过'),
  plain('visitor', 'visitor', '还没有登录'),
];

export const consents: Scene[] = [
  ...reading({ who: 'member', until: '全部记录（回执）', reads: /^\/me\/consents/ }),
  plain('receipt', 'member', '回执号', { after: ({ phone }) => phone.tap('同意 用户协议') }),
  plain('withdraw', 'member', '收回“用户协议”？', { after: ({ phone }) => phone.tap('用户协议') }),
];

export const exportScreen: Scene[] = [
  ...reading({ who: 'member', until: '生成一份', reads: /^\/me\/exports/ }),
  plain('code-wrong', 'member', '验证码是 6 位数字', { after: ({ phone }) => phone.tap('生成一份') }),
  plain('ready', 'member', '已经备好', {
    before: answerAlso(/^\/me\/exports/, () => ({
      export: { id: 'exp_0192f3', madeAt: inDays(0), expiresAt: inDays(1), bytes: 48_213 },
    })),
  }),
];

export const deletion: Scene[] = [
  ...reading({ who: 'member', until: '确认删除账号', reads: /^\/me\/deletion/ }),
  plain('without-code', 'elder', '验证码是 6 位数字', { after: ({ phone }) => phone.tap('确认删除账号') }),
  plain('waiting', 'member', '已申请删除账号', {
    before: answerAlso(/^\/me\/deletion/, (status: object) => ({
      ...status,
      deletion: { id: 'del_0192f3', requestedAt: inDays(-1), dueAt: inDays(6) },
    })),
  }),
];

export const document: Scene[] = [
  plain('collected', 'visitor', '个人信息收集清单', { query: () => 'name=collected' }),
  plain('shared', 'visitor', '第三方信息共享清单', { query: () => 'name=shared' }),
  plain('terms', 'visitor', '用户协议', { query: () => 'name=terms' }),
  plain('privacy', 'visitor', '隐私政策', { query: () => 'name=privacy' }),
];

export const vehicles: Scene[] = [
  ...reading({ who: 'member', until: '加一辆车', reads: /^\/vehicles/ }),
  plain('empty', 'newcomer', '还没有加车'),
  plain('visitor', 'visitor', '登录'),
  plain('form', 'member', '保存并查违章', { after: ({ phone }) => phone.tap('加一辆车') }),
  plain('form-wrong', 'member', '要先勾选同意，才能查违章', {
    async after({ phone }) {
      await phone.tap('加一辆车');
      await phone.type('车牌号', '鲁A12');
      await phone.tap('保存并查违章');
    },
  }),
  plain('form-unknown', 'newcomer', '查询进度', {
    before: loseAnswerOf(/^\/vehicles$/),
    async after({ phone }) {
      await phone.tap('加一辆车');
      await phone.type('车牌号', '鲁A9P208');
      await phone.type('车架号', 'LFVDEM627F3030003');
      await phone.type('发动机号', 'CSR208771');
      await phone.tap('我同意把车牌、车架号和发动机号发给交管数据源，只用来查这辆车的违章');
      await phone.tap('保存并查违章');
    },
  }),
  plain('sheet-remove', 'member', '移除这辆车', { after: ({ phone }) => phone.tap(/^移除/) }),
];

export const violations: Scene[] = [
  ...reading({
    who: 'member',
    query: ({ vehicle }) => `id=${vehicle}`,
    until: /来源：/,
    reads: /^\/vehicles/,
    away: /连不上|来源：/,
  }),
  plain('empty', 'newcomer', '还没有加车'),
];

import {
  agent,
  claimsMember,
  demoClerk,
  demoOperators,
  demoOwner,
  elderMember,
  otherClerk,
  secondPhone,
  unverifiedMember,
  verifiedMember,
} from '../systems/demo-people';

export type AccountGroup = 'member' | 'merchant' | 'operator';

export interface DemoAccount {
  phone: string;
  name: string;
  group: AccountGroup;
  /** As what. */
  role: string;
  /** What there is to see. */
  has: string;
  /** What is worth trying. */
  tries: string[];
  /** The ID to bind, where that is what to try. */
  idNumber?: string;
}

const members: DemoAccount[] = [
  {
    ...verifiedMember,
    group: 'member',
    role: '已实名的车主',
    has: '两台车（一台新能源）、保单有四张在保、三张过期、一张退保的，在办和已结的案件，两份待领的礼包、各种状态的券、一年的积分',
    tries: [
      '报一次案，拍一张照片，看每一步谁负责、几点前',
      '领礼包，打开券，给店员看二维码',
      '查两台车的违章',
    ],
  },
  {
    ...unverifiedMember,
    group: 'member',
    role: '还没实名的会员',
    has: '只用手机号登录过，名下的保单还看不到',
    tries: [
      '在“我的”里点“完善信息”，填上面的姓名和身份证号，保单马上出现',
      '先填错一位，看它怎么提醒',
      `核验好以后，用 ${secondPhone} 登录再核验一次：同一个人的两个账号，两个手机各收一条验证码就合成一个`,
    ],
  },
  {
    ...elderMember,
    group: 'member',
    role: '71 岁的车主，大字版',
    has: '字更大、按钮更大，每一页都有打电话的按钮；保单是女儿投保的，他是被保险人；续保的那张还没开始',
    tries: ['看看大字版的每一页', '在“我的”里关掉大字版，再打开'],
  },
  {
    ...claimsMember,
    group: 'member',
    role: '有七个案子的车主',
    has: '等材料、等确认金额、等填收款账户、没人按时打电话、有人受伤、电话报的、办完等评价：每种情况各一个',
    tries: [
      '打开每个案子，看“接下来”说您要做什么、谁负责、晚了怎么说',
      '在“等材料”的案子里交一份材料；再到“扮演查勘员”里退回它，手机上会写明哪里不行',
      '在“扮演查勘员”里给这个案子“再要材料”：不写主管原因会被拒绝，写了，车主那边这一步会标成没做到并道歉',
      '撤回一个案子，再恢复：24 小时内都可以，进度还在原处',
    ],
  },
  {
    ...agent,
    group: 'member',
    role: '保险代理人',
    has: '他的手机号登记在六位客户的保单上，但一张也看不到：只凭手机号不关联保单',
    tries: [
      '用他自己的姓名和身份证号“完善信息”：会转人工核验，并说清几点前答复',
      '再用内管接口答复，他会收到短信',
    ],
  },
].map(({ phone, name, group, role, has, tries, idNumber }): DemoAccount => {
  const shown = phone === unverifiedMember.phone || phone === agent.phone;
  return { phone, name, group: group as AccountGroup, role, has, tries, ...(shown ? { idNumber } : {}) };
});

const merchants: DemoAccount[] = [
  {
    phone: demoClerk.phone,
    name: demoClerk.name,
    group: 'merchant',
    role: '商户店员',
    has: '“我的”里多一个“商户工作台”，能扫码、查券、核销、撤销自己 30 分钟内的核销',
    tries: ['扫车主的二维码，或输 8 位数字，核销一次', '同一张券再核销一次，看它怎么回答'],
  },
  {
    phone: demoOwner.phone,
    name: demoOwner.name,
    group: 'merchant',
    role: '同一商户的老板',
    has: '看得到店里今天的每一笔；结算单有已付款的、待确认的、有异议的和这个月还没出账的；三家门店和店员归他管',
    tries: [
      '打开今天的核销记录，撤销店员的一笔',
      '看结算单，对一笔提异议，或确认并填发票号码',
      '邀请一位店员，让丢了的手机马上失效，暂停一家门店',
    ],
  },
  {
    phone: otherClerk.phone,
    name: otherClerk.name,
    group: 'merchant',
    role: '另一家商户的店员',
    has: '别家的券和核销，对他来说都不存在',
    tries: ['查一张别家用的券，看它怎么回答'],
  },
];

const operators: DemoAccount[] = demoOperators.map(({ phone, name }) => ({
  phone,
  name,
  group: 'operator',
  role: '内管操作员',
  has: '目前只有接口，没有页面：答复人工核验，结算、异议和付款，会员反映的问题，告警',
  tries: ['照着下面“内管接口”的步骤走一遍'],
}));

/** Everybody who can log in, in the order in which they are worth meeting. */
export const demoAccounts: DemoAccount[] = [...members, ...merchants, ...operators];

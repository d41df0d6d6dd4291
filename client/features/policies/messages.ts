import type { PolicyRole, PolicyStatus, PolicySummary } from '../../../bff/features/policies/contract';

export const roleNames: Record<PolicyRole, string> = {
  policyholder: '投保人',
  insured: '被保险人',
  owner: '车主',
};

export const statusNames: Record<PolicyStatus, string> = {
  pending: '还没开始',
  active: '保障中',
  expired: '已过期',
  cancelled: '已退保',
};

/** In a list the compulsory cover goes by the name people use; its full name heads its own page. */
export const shortName = ({
  product,
  productName,
}: Pick<PolicySummary, 'product' | 'productName'>): string =>
  product === 'compulsory' ? '机动车交强险' : productName;

export const system = '保单系统';
export const unaffected = '您的保障不受影响。报案照常，没网也能先填';

export const policyPageWords = {
  report: '用这辆车报案',
  title: '保单',
  covers: '保什么，怎么赔',
  parties: '保单上的人和车',
  payments: '交费',
  endorsements: '保单变更记录',
} as const;

export const policyListWords = {
  title: '保单',
  loginTitle: '登录后看您的保单',
  login: '去登录',
  reportNow: '现在就要报案',
  loginHint: '保什么、到哪天、出了事怎么赔，都放在这里。',
  report: '出险报案',
  past: (count: number) => `以前的保单 ${count} 份`,
  add: '按保单号添加保单',
  identityTitle: '完善信息，查看保单',
  identity: '填姓名和证件号',
  identityHint: '手机号可能换过人，光凭它不能打开保单。核实是您本人后，名下的保单马上显示。',
  none: '您名下还没有保单',
  noneHint: '在我们这里投保后，保单会自己出现。别人替您买的，保单上保的是您才看得到。',
} as const;

export const factWords = {
  policyholder: '投保人',
  insured: '被保险人',
  insuredId: '被保险人证件号',
  owner: '车主',
  vin: '车架号',
  branch: '承保机构',
  youAre: '您是',
  noPayments: '还没有交费记录。',
  paid: '已交保费',
  refunded: '退回的保费',
  noEndorsements: '这份保单没有改动过。',
  noPremiumChange: '不涉及保费',
  extra: '补交',
  refund: '退还',
  manager: '您的客户经理',
  managerNote: '保单的事可以直接打电话',
} as const;

export const policyHeadWords = {
  policyNo: (policyNo: string) => `保单号 ${policyNo}`,
} as const;

export const policyDayWords = {
  until: (when: string) => `到 ${when}`,
  plannedUntil: (when: string) => `原定到 ${when}`,
  from: (day: string) => `${day} 起`,
  lastDay: '今天最后一天',
  daysLeft: (left: number) => `还有 ${left} 天`,
  soon: '快到期',
} as const;

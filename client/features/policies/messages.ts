import type { PolicyRole, PolicyStatus, PolicySummary } from '../../../bff/features/policies/contract';

export const roleNames: Record<PolicyRole, string> = {
  policyholder: '投保人',
  insured: '被保险人',
  owner: '车主',
};

export const roleMeanings: Record<PolicyRole, string> = {
  policyholder: '投保人：买这份保险、交保费的人，可以更改保单。',
  insured: '被保险人：受这份保单保障的人，出险后由他申请赔款。',
  owner: '车主：行驶证上的所有人。',
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

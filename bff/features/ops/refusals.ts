import type { RefusalWords } from '../../upstream/refusal-words';

export const opsRefusals: RefusalWords = {
  NOT_FOUND: '没有找到，或者不在您的机构范围内',
  SETTLEMENT_NOT_CONFIRMED: '商户还没有确认这张结算单，不能付款',
  INVOICE_MISSING: '商户还没有给发票号码，不能付款',
  SETTLEMENT_ALREADY_PAID: '这张结算单已经付款了',
  DISPUTE_ALREADY_ANSWERED: '这条异议已经有人答复过了',
  TICKET_ALREADY_CLOSED: '这张工单已经有人答复过了',
  NOTHING_TO_RESTORE: '这次使用已经退回，或者工单里没有可以退回的使用',
};

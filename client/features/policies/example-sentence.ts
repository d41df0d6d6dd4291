import { formatMoney } from '@/ui/format/money';
import type { FaultShare } from '../../../bff/features/policies/contract';
import type { ExampleKind } from './example-kinds';
import { exampleSentences as sentences } from './example-messages';

/** The amounts to choose from are whole yuan: `¥80,000`. */
export const wholeYuan = (fen: number): string => formatMoney(fen).replace(/\.00$/, '');

/** What somebody makes up about an accident. */
export interface Tried {
  amountFen: number;
  fault: FaultShare;
  withOtherCar: boolean;
  holiday: boolean;
  occurredOn: string | undefined;
}

/** `您撞坏了别人的车，负全部责任，对方修车 ¥80,000。` */
export function sentenceOf(kind: ExampleKind, { amountFen, fault, withOtherCar, holiday }: Tried): string {
  const { what, cost } = sentences.kinds[kind];
  const parts = [
    ...(holiday ? [sentences.holiday] : []),
    withOtherCar ? what : sentences.alone,
    ...(withOtherCar ? [sentences.faults[fault]] : []),
    cost(wholeYuan(amountFen)),
  ];
  return `${parts.join('，')}。`;
}

import { View } from '@tarojs/components';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import type { Violation } from '../../../bff/features/vehicles/contract';
import { messages, violationCardWords } from './messages';

const words = messages.violations;

/** One record: what, where, when, and what it costs. Only what is still owed carries a tag; the group says the rest. */
export function ViolationRow({ violation }: { violation: Violation }) {
  const { behaviour, place, occurredAt, fineFen, points, handled, paid } = violation;
  const facts = (
    <>
      <View>{place}</View>
      <View>
        {violationCardWords.summary(formatInstant(occurredAt), formatMoney(fineFen), words.pointsOf(points))}
      </View>
    </>
  );
  return (
    <Row
      title={behaviour}
      detail={facts}
      value={handled && !paid ? <Tag tone="due">{words.unpaid}</Tag> : undefined}
    />
  );
}

import { Card } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Grow, Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import type { Violation } from '../../../bff/features/vehicles/contract';
import { messages, violationCardWords } from './messages';

const words = messages.violations;

function stateOf({ handled, paid }: Violation): { text: string; tone: 'due' | 'grey' } {
  if (!handled) return { text: words.notHandled, tone: 'due' };
  return paid ? { text: words.handled, tone: 'grey' } : { text: words.unpaid, tone: 'due' };
}

/** One record: what, where, when, and what it costs. */
export function ViolationCard({ violation }: { violation: Violation }) {
  const state = stateOf(violation);
  return (
    <Card>
      <Stack gap={1}>
        <Line gap={3}>
          <Grow>
            <Words bold>{violation.behaviour}</Words>
          </Grow>
          <Tag tone={state.tone}>{state.text}</Tag>
        </Line>
        <Words size="sub" tone="ink2">
          {violation.place}
        </Words>
        <Words size="small" tone="ink3">
          {violationCardWords.summary(
            formatInstant(violation.occurredAt),
            formatMoney(violation.fineFen),
            words.pointsOf(violation.points),
          )}
        </Words>
      </Stack>
    </Card>
  );
}

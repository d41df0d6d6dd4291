import { useState } from 'react';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Line, Stack } from '@/ui/stack';
import { Tag, type TagTone } from '@/ui/tag';
import { TermRow } from '@/ui/term';
import { Words } from '@/ui/text';
import type { FastLane } from '../../../../bff/upstream/core/contract/claim-parts';
import { laneWords } from '../after-messages';

const tones: Record<FastLane['state'], TagTone> = { open: 'ok', undecided: 'due', closed: 'grey' };

/** The ways with fewer steps, each with its published conditions and why they are met or not. */
export function CaseLanes({ lanes }: { lanes: readonly FastLane[] }) {
  const [shown, setShown] = useState<FastLane>();
  if (lanes.length === 0) return null;
  return (
    <Section title={laneWords.title}>
      <Card flush>
        {lanes.map((lane) => (
          <Row
            key={lane.code}
            icon="bolt"
            tile={lane.state === 'open' ? 'brand' : 'grey'}
            title={lane.name}
            detail={lane.plain}
            value={<Tag tone={tones[lane.state]}>{laneWords[lane.state]}</Tag>}
            onTap={() => setShown(lane)}
          />
        ))}
      </Card>
      <TermRow text={lanes.map(({ name, plain }) => name + plain).join()} />
      <Sheet open={shown !== undefined} title={shown?.name ?? ''} onClose={() => setShown(undefined)}>
        <Stack gap={4}>
          {shown?.conditions.map((condition) => (
            <Condition key={condition.code} condition={condition} />
          ))}
        </Stack>
      </Sheet>
    </Section>
  );
}

function Condition({ condition: { words, met, reason } }: { condition: FastLane['conditions'][number] }) {
  return (
    <Stack gap={1}>
      <Line spread wrap>
        <Words bold>{words}</Words>
        {met === null ? (
          <Tag tone="due">{laneWords.unknown}</Tag>
        ) : met ? (
          <Tag tone="ok">{laneWords.met}</Tag>
        ) : (
          <Tag tone="grey" icon="x">
            {laneWords.notMet}
          </Tag>
        )}
      </Line>
      <Words size="sub" tone="ink2">
        {reason}
      </Words>
    </Stack>
  );
}

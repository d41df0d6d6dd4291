import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Inset } from '@/ui/card';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { WorkedExample } from '../../../bff/features/policies/contract';
import styles from './example-card.module.scss';
import { ExampleChoices } from './example-choices';
import type { ExampleKind } from './example-kinds';
import { exampleWords as words } from './example-messages';
import { sentenceOf } from './example-sentence';
import { ExampleResult } from './example-result';
import { useExample } from './use-example';

interface ExampleCardProps {
  policyId: string;
  kind: ExampleKind;
  given: WorkedExample;
}

/** A sum for this very policy: what happened in a sentence and who pays what, at once; a tap lets everything about it be changed. */
export function ExampleCard({ policyId, kind, given }: ExampleCardProps) {
  const example = useExample(policyId, kind, given);
  const [changing, setChanging] = useState(false);
  const [wrong, setWrong] = useState(false);
  const { tried, result, earlier } = example;
  const shown = result ?? earlier;
  return (
    <Inset>
      <Stack gap={3}>
        <Stack gap={1}>
          <Words bold>{words.title}</Words>
          <View className={styles.sentence}>{sentenceOf(kind, tried)}</View>
        </Stack>
        {changing && <ExampleChoices kind={kind} example={example} onWrong={setWrong} />}
        {example.failed ? <Failed onRetry={example.retry} /> : null}
        {shown && !example.failed && !wrong && <ExampleResult example={shown} busy={!result} />}
        <Button
          kind="ghost"
          size="small"
          wide
          icon={changing ? 'up' : 'swap'}
          onTap={() => {
            setChanging(!changing);
            setWrong(false);
          }}
        >
          {changing ? words.changed : words.change}
        </Button>
        <Words size="small" tone="ink2">
          {words.caution}
        </Words>
      </Stack>
    </Inset>
  );
}

function Failed({ onRetry }: { onRetry: () => Promise<void> }) {
  const again = (
    <Button kind="ghost" size="small" onTap={onRetry}>
      {words.again}
    </Button>
  );
  return (
    <Notice tone="due" action={again}>
      {words.away}
    </Notice>
  );
}

import { useState } from 'react';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { formatFullDate } from '@/ui/format/time';
import { Grow, Line, Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { Toggle } from '@/ui/toggle';
import type { FaultShare } from '../../../bff/features/policies/contract';
import { type ExampleKind, fenOfYuan } from './example-kinds';
import { amountLabels, exampleWords as words, faultNames } from './example-messages';
import { wholeYuan } from './example-sentence';
import type { ExampleControl } from './use-example';

const isFlag = (on: boolean) => (on ? 'true' : 'false');

interface AmountProps {
  kind: ExampleKind;
  example: ExampleControl;
  /** An amount that cannot be reckoned with: the sum of the one before is not its sum. */
  onWrong: (wrong: boolean) => void;
}

/** Everything about the accident that can be made up: how much, with whom, whose fault, on which day. */
export function ExampleChoices({ kind, example, onWrong }: AmountProps) {
  const { tried, change, choices } = example;
  return (
    <Stack gap={3}>
      <Amount kind={kind} example={example} onWrong={onWrong} />
      {example.withChoiceOfOther && (
        <Stack gap={2}>
          <Words size="sub">{words.alone}</Words>
          <Choice
            label={words.alone}
            value={isFlag(tried.withOtherCar)}
            onChange={(value) => change({ withOtherCar: value === 'true' })}
            options={[
              { value: 'false', text: words.nobody },
              { value: 'true', text: words.withCar },
            ]}
          />
        </Stack>
      )}
      {tried.withOtherCar && <Fault example={example} />}
      {choices.limitsChangeOn && <Day example={example} limitsChangeOn={choices.limitsChangeOn} />}
      {choices.holidayDoubles && kind === 'otherCar' && (
        <Line spread>
          <Grow>
            <Words size="sub">{words.holiday}</Words>
          </Grow>
          <Toggle label={words.holiday} on={tried.holiday} onChange={(holiday) => change({ holiday })} />
        </Line>
      )}
    </Stack>
  );
}

const OWN = 'own';

function Amount({ kind, example, onWrong }: AmountProps) {
  const { presetsFen, tried, change } = example;
  const [typing, setTyping] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const label = amountLabels[kind];
  const tell = (now: boolean) => {
    setWrong(now);
    onWrong(now);
  };
  const take = () => {
    if (text.trim() === '') return;
    const amountFen = fenOfYuan(text);
    tell(amountFen === undefined);
    if (amountFen !== undefined) change({ amountFen });
  };
  return (
    <Stack gap={2}>
      <Words size="sub">{label}</Words>
      <Choice
        label={label}
        value={typing ? OWN : String(tried.amountFen)}
        onChange={(value) => {
          setTyping(value === OWN);
          tell(false);
          if (value !== OWN) change({ amountFen: Number(value) });
        }}
        options={[
          ...presetsFen.map((fen) => ({ value: String(fen), text: wholeYuan(fen) })),
          { value: OWN, text: words.own },
        ]}
      />
      {typing && (
        <Field
          label={words.ownLabel}
          value={text}
          onChange={setText}
          onBlur={take}
          keyboard="digit"
          maxLength={11}
          error={wrong ? words.ownWrong : undefined}
          side={
            <Button kind="soft" size="small" onTap={take}>
              {words.count}
            </Button>
          }
        />
      )}
    </Stack>
  );
}

function Fault({ example: { tried, change } }: { example: ExampleControl }) {
  return (
    <Stack gap={2}>
      <Words size="sub">{words.fault}</Words>
      <Choice
        label={words.fault}
        value={tried.fault}
        onChange={(fault) => change({ fault })}
        options={Object.entries(faultNames).map(([value, text]) => ({ value: value as FaultShare, text }))}
      />
    </Stack>
  );
}

interface DayProps {
  example: ExampleControl;
  limitsChangeOn: string;
}

/** The limits of the compulsory cover were raised inside this policy: the day of the accident decides. */
function Day({ example: { tried, change, choices }, limitsChangeOn }: DayProps) {
  const day = formatFullDate(`${limitsChangeOn}T00:00:00+08:00`);
  const early = tried.occurredOn === choices.firstDay;
  return (
    <Stack gap={2}>
      <Words size="sub">{words.day}</Words>
      <Choice
        label={words.day}
        value={early ? 'before' : 'since'}
        onChange={(value) => change({ occurredOn: value === 'before' ? choices.firstDay : undefined })}
        options={[
          { value: 'before', text: words.before(day) },
          { value: 'since', text: words.since(day) },
        ]}
      />
    </Stack>
  );
}

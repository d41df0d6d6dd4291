import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { WaitingWrite } from '@/platform/waiting-writes';
import { messages } from './messages';

interface WriteCardProps {
  write: WaitingWrite;
  online: boolean;
  onCancel: (write: WaitingWrite) => void;
  onAgain: (write: WaitingWrite) => Promise<void>;
  onDrop: (write: WaitingWrite) => void;
}

function State({ state, online }: { state: WaitingWrite['state']; online: boolean }) {
  const { states } = messages;
  if (state === 'done') return <Tag tone="ok">{states.done}</Tag>;
  if (state === 'refused') return <Tag tone="bad">{states.refused}</Tag>;
  if (state === 'waiting') return <Tag tone="due">{online ? states.waitingOnline : states.waiting}</Tag>;
  return <Tag tone="brand">{state === 'sending' ? states.sending : states.unknown}</Tag>;
}

/** One thing that was done without network: what it is in words, since when it waits, and what can be done about it. */
export function WriteCard({ write, online, onCancel, onAgain, onDrop }: WriteCardProps) {
  const { state, title, lines, at, settledAt, refusal, open } = write;
  return (
    <Card>
      <Stack gap={2}>
        <Line wrap>
          <State state={state} online={online} />
          <Words size="small" tone="ink3">
            {state === 'done' && settledAt !== undefined
              ? messages.doneAt(formatInstant(settledAt))
              : messages.since(formatInstant(at))}
          </Words>
        </Line>
        <Heading size="head">{title}</Heading>
        {state !== 'done' &&
          lines.map(({ name, value }) => (
            <Words key={name} size="sub" tone="ink2">
              {name}：{value}
            </Words>
          ))}
        {state === 'unknown' && <Words size="sub">{messages.unknownMeans}</Words>}
        {state === 'refused' && (
          <Words size="sub" tone="bad">
            {refusal?.detail}
          </Words>
        )}
        {state === 'waiting' && (
          <Line>
            <Button
              kind="ghost"
              size="small"
              label={messages.cancelLabel(title)}
              onTap={() => onCancel(write)}
            >
              {messages.cancel}
            </Button>
          </Line>
        )}
        {state === 'refused' && (
          <Line wrap>
            {open && (
              <Button kind="ghost" size="small" onTap={() => onAgain(write)}>
                {messages.again}
              </Button>
            )}
            <Button kind="text" size="small" onTap={() => onDrop(write)}>
              {messages.drop}
            </Button>
          </Line>
        )}
      </Stack>
    </Card>
  );
}

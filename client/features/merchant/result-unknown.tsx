import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { messages } from './messages';
import { useCounter } from './use-counter';

const words = messages.result;
const stayHere = () => Promise.resolve();

/** Neither yes nor no: the answer was lost. Asking again under the same id is the only thing to do. */
export function Unknown({ storeId }: { storeId: string }) {
  const { query } = useCounter(storeId, stayHere);
  return (
    <Card>
      <Stack gap={4}>
        <Heading>{words.unknownTitle}</Heading>
        <Notice tone="due" icon="clock">
          {words.unknownFacts}
        </Notice>
        <Words tone="ink2">{words.unknownAdvice}</Words>
        <Button wide busyText={words.querying} onTap={query}>
          {words.query}
        </Button>
        <Button kind="text" wide onTap={() => redirectTo('merchant/workspace')}>
          {words.back}
        </Button>
      </Stack>
    </Card>
  );
}

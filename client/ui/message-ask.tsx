import { useState } from 'react';
import { askForMessage, canSendMessages } from '@/platform/subscribe';
import type { MessageKind, SubscribeResult } from '@/platform/subscribe-types';
import { Card } from './card';
import { messageAskWords } from './consent-messages';
import { Button } from './button';
import { Row } from './row';
import { Stack } from './stack';

/** Offers a WeChat message where it is of use: after something was handed in. Shows nothing where no template is configured, and asks once. */
export function MessageAsk({ kind }: { kind: MessageKind }) {
  const [result, setResult] = useState<SubscribeResult>();
  if (!canSendMessages(kind) || result === 'unavailable') return null;
  const { title, detail, ask } = messageAskWords[kind];
  return (
    <Card>
      <Stack gap={3}>
        <Row icon="bell" title={title} detail={result ? messageAskWords.after[result] : detail} />
        {!result && (
          <Button wide kind="soft" onTap={async () => setResult(await askForMessage(kind))}>
            {ask}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

import { useState } from 'react';
import { askForMessage, canSendMessages } from '@/platform/subscribe';
import type { MessageKind, SubscribeResult } from '@/platform/subscribe-types';
import { Card } from './card';
import { messageAskWords } from './consent-messages';
import { Button } from './button';
import { Row } from './row';
import { Stack } from './stack';

interface MessageAskProps {
  kind: MessageKind;
  /** Hands the acceptance to the server; false when that did not get through. */
  keep: (kind: MessageKind) => Promise<boolean>;
}

/**
 * Offers a WeChat message where it is of use: after something was handed in. Shows nothing where no template is configured, and asks once; an
 * acceptance the server did not get is said and may be tried again.
 */
export function MessageAsk({ kind, keep }: MessageAskProps) {
  const [result, setResult] = useState<SubscribeResult | 'notKept'>();
  if (!canSendMessages(kind) || result === 'unavailable') return null;
  const { title, detail, ask } = messageAskWords[kind];
  const asks = result === undefined || result === 'notKept';
  const onTap = async () => {
    const answer = await askForMessage(kind);
    setResult(answer === 'accepted' && !(await keep(kind)) ? 'notKept' : answer);
  };
  return (
    <Card>
      <Stack gap={3}>
        <Row icon="bell" title={title} detail={result ? messageAskWords.after[result] : detail} />
        {asks && (
          <Button wide kind="soft" onTap={onTap}>
            {ask}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

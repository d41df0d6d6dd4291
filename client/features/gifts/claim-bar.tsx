import { View } from '@tarojs/components';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Grow, Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import styles from './claim-bar.module.scss';
import { messages } from './messages';
import type { ClaimControl } from './use-claim';

const words = messages.detail;

/** The one action of the page; while an outcome is unknown only asking again is offered. */
export function ClaimBar({ claim }: { claim: ClaimControl }) {
  const { status } = claim.submission;
  return (
    <ActionBar>
      <Grow>
        <Stack gap={2}>
          <SubmissionNotice control={claim} />
          {status !== 'unknown' && status !== 'queued' && (
            <Button wide busy={status === 'sending'} busyText={words.claiming} onTap={claim.claim}>
              {words.claim}
            </Button>
          )}
          <View className={styles.foot}>{words.foot}</View>
        </Stack>
      </Grow>
    </ActionBar>
  );
}

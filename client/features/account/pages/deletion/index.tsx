import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { wordsOf } from '@/ui/failure-words';
import { formatPoints } from '@/ui/format/money';
import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatDay, formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Receipt } from '@/ui/receipt';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Heading, Words } from '@/ui/text';
import type { AccountDeletion, DeletionStatus } from '../../../../../bff/features/account/contract/privacy';
import { deletionWords as words } from '../../deletion-messages';
import { privacyRowWords } from '../../privacy-messages';
import { SignedInOnly } from '../../signed-in-only';
import { StepUpField } from '../../step-up-field';
import { useDeletion } from '../../use-deletion';

type Deletion = ReturnType<typeof useDeletion>;

/** What is lost, what goes, what the law keeps, then the confirmation; or the receipt and the way back. */
export default function DeletionPage() {
  const screen = useDeletion();
  return (
    <Page title={privacyRowWords.deletion}>
      <SignedInOnly>
        <Loaded read={screen.read}>
          {(status) =>
            status.deletion ? (
              <Waiting deletion={status.deletion} screen={screen} />
            ) : (
              <Leaving status={status} screen={screen} />
            )
          }
        </Loaded>
      </SignedInOnly>
    </Page>
  );
}

const shown = (value: number | null, say: (n: number) => string): string =>
  value === null ? words.unknown : say(value);

function Leaving({ status, screen }: { status: DeletionStatus; screen: Deletion }) {
  const { stepUp, control, ask } = screen;
  const sending = control.submission.status === 'sending';
  return (
    <>
      <Notice tone="due">{words.lead}</Notice>
      <Section title={words.lose}>
        <Card flush>
          <Row
            icon="ticket"
            title={`${words.vouchers} ${shown(status.vouchers, words.count)}`}
            detail={words.vouchersMean}
          />
          <Row
            icon="coin"
            title={`${words.points} ${shown(status.points, (points) => words.pointsCount(formatPoints(points)))}`}
            detail={words.pointsMean}
          />
          {status.openClaims !== 0 && (
            <Row
              icon="car"
              title={`${words.claims} ${shown(status.openClaims, words.claimsCount)}`}
              detail={words.claimsMean}
            />
          )}
        </Card>
      </Section>
      <Card flush>
        <Row icon="trash" title={words.gone} detail={words.goneText} />
        <Row icon="lock" title={words.kept} detail={words.keptText} />
        <Row icon="people" title={words.barred} detail={words.barredText} />
      </Card>
      <Card>
        <Stack gap={4}>
          <Words>{words.wait(status.waitDays)}</Words>
          <StepUpField stepUp={stepUp} />
          <SubmissionNotice control={control} />
          {control.submission.status !== 'unknown' && (
            <Button wide kind="danger" busy={sending} busyText={words.asking} onTap={ask}>
              {words.ask}
            </Button>
          )}
        </Stack>
      </Card>
    </>
  );
}

function Waiting({ deletion, screen }: { deletion: AccountDeletion; screen: Deletion }) {
  const { failure, keep } = screen;
  return (
    <Card>
      <Stack gap={4}>
        <Heading size="head">{words.waiting}</Heading>
        <Words>{words.waitingText(formatDay(deletion.dueAt))}</Words>
        <Receipt
          lines={[
            { name: words.requested, value: formatInstant(deletion.requestedAt) },
            { name: words.due, value: formatInstant(deletion.dueAt) },
            { name: words.number, value: formatReceiptNumber(deletion.id) },
          ]}
        />
        {failure && (
          <Notice tone="due">{failure.kind === 'refused' ? failure.detail : wordsOf(failure).title}</Notice>
        )}
        <Button wide busyText={words.keeping} onTap={keep}>
          {words.keep}
        </Button>
      </Stack>
    </Card>
  );
}

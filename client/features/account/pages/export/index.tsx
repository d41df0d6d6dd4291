import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Heading, Words } from '@/ui/text';
import type { DataExport } from '../../../../../bff/features/account/contract/privacy';
import { exportWords as words } from '../../export-messages';
import { privacyRowWords } from '../../privacy-messages';
import { stepUpWords } from '../../step-up-messages';
import { SignedInOnly } from '../../signed-in-only';
import { StepUpField } from '../../step-up-field';
import { useExport } from '../../use-export';

type Export = ReturnType<typeof useExport>;

/** Everything held on the person, as a file they can keep. */
export default function ExportPage() {
  const screen = useExport();
  return (
    <Page title={privacyRowWords.export}>
      <Words size="sub" tone="ink2">
        {words.lead}
      </Words>
      <SignedInOnly>
        <Loaded read={screen.read}>
          {({ export: copy }) =>
            copy && !screen.again ? <Ready copy={copy} screen={screen} /> : <Make screen={screen} />
          }
        </Loaded>
      </SignedInOnly>
    </Page>
  );
}

function Make({ screen: { stepUp, control, make } }: { screen: Export }) {
  const { status } = control.submission;
  return (
    <Card>
      <Stack gap={4}>
        <Words>{stepUpWords.why}</Words>
        <StepUpField stepUp={stepUp} />
        <SubmissionNotice control={control} />
        {status !== 'unknown' && (
          <Button wide busy={status === 'sending'} busyText={words.making} onTap={make}>
            {words.make}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

function Ready({ copy, screen }: { copy: DataExport; screen: Export }) {
  return (
    <>
      <Card>
        <Stack gap={3}>
          <Heading size="head">{words.ready}</Heading>
          <Words size="sub" tone="ink2">
            {words.until(formatInstant(copy.expiresAt))}
          </Words>
          <Button wide icon="doc" busyText={words.opening} onTap={() => screen.open(copy, 'pdf')}>
            {words.pdf}
          </Button>
          <Button
            wide
            kind="ghost"
            icon="download"
            busyText={words.opening}
            onTap={() => screen.open(copy, 'json')}
          >
            {words.json}
          </Button>
          {screen.problem && <Notice tone="due">{screen.problem}</Notice>}
        </Stack>
      </Card>
      <Notice tone="grey">{words.care}</Notice>
      <Button kind="text" onTap={screen.makeAnother}>
        {words.again}
      </Button>
    </>
  );
}

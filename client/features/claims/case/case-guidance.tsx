import { useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { useRead } from '@/api/use-read';
import { callPhone } from '@/platform/phone-call';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { wordsOf } from '@/ui/failure-words';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { Stack } from '@/ui/stack';
import { TermRow } from '@/ui/term';
import { Heading, Words } from '@/ui/text';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { fetchAgreement, readHotlines } from '../after-api';
import { guidanceWords } from '../after-messages';
import { casePageWords } from '../messages';

/** Plain sentences that belong to this very accident, each with its own way on. */
export function CaseGuidance({ claim }: { claim: ClaimDetail }) {
  if (claim.guidance.length === 0) return null;
  return (
    <Section title={guidanceWords.title}>
      <Card>
        <Stack gap={5}>
          {claim.guidance.map(({ code, title, detail }) => (
            <Stack key={code} gap={2}>
              <Heading size="head">{title}</Heading>
              <Words size="sub" tone="ink2">
                {detail}
              </Words>
              {code === 'agreementPaper' && claim.options.agreementPaper.allowed && (
                <Agreement claim={claim} />
              )}
              {code === 'otherInsurer' && <Hotlines />}
            </Stack>
          ))}
        </Stack>
        <TermRow text={claim.guidance.map(({ detail }) => detail).join()} />
      </Card>
    </Section>
  );
}

function Agreement({ claim: { id, reportNo } }: { claim: ClaimDetail }) {
  const [failure, setFailure] = useState<Failure>();
  const fetch = async () => {
    setFailure(undefined);
    try {
      await fetchAgreement(id, guidanceWords.agreementFile(reportNo ?? id));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <Button kind="soft" icon="download" busyText={guidanceWords.fetchingAgreement} onTap={fetch}>
        {guidanceWords.agreement}
      </Button>
      <Words size="small" tone="ink3">
        {guidanceWords.agreementHint}
      </Words>
      {failure && <Notice tone="due">{wordsOf(failure).title}</Notice>}
    </>
  );
}

/** Whom the other driver calls; read only when somebody wants to know. */
function Hotlines() {
  const [open, setOpen] = useState(false);
  const hotlines = useRead({
    key: ['insurer-hotlines'],
    read: ({ signal }) => readHotlines(signal),
    enabled: open,
  });
  return (
    <>
      <Button kind="soft" icon="phone" onTap={() => setOpen(true)}>
        {guidanceWords.hotlines}
      </Button>
      <Sheet open={open} title={guidanceWords.hotlinesTitle} onClose={() => setOpen(false)}>
        <Loaded
          read={hotlines}
          system={casePageWords.system}
          unaffected={casePageWords.unaffected}
          skeleton={<Skeleton cards={1} lines={4} />}
        >
          {({ items, note }) => (
            <Stack>
              <Card flush>
                {items.map(({ name, phone }) => (
                  <Row
                    key={name}
                    icon="phone"
                    title={name}
                    detail={phone}
                    label={guidanceWords.call(name)}
                    onTap={() => void callPhone(phone)}
                  />
                ))}
              </Card>
              <Words size="small" tone="ink3">
                {note}
              </Words>
            </Stack>
          )}
        </Loaded>
      </Sheet>
    </>
  );
}

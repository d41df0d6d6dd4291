import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { refusalWords } from '../after-messages';
import { Late } from './late';

/** A no with its reasons, when the paper comes, and what can be done about it. */
export function CaseRefusal({ claim: { refusal } }: { claim: ClaimDetail }) {
  if (!refusal) return null;
  const { reasons, noticeAt, noticeDueAt, late, whatYouCanDo } = refusal;
  return (
    <Card>
      <Stack>
        <Heading size="head">{refusalWords.title}</Heading>
        {reasons.map((reason) => (
          <Words key={reason}>{reason}</Words>
        ))}
        {late && <Late late={late} over={noticeAt !== null} />}
        {(noticeAt || !late) && (
          <Words size="sub" tone="ink2">
            {noticeAt
              ? refusalWords.noticeSent(formatInstant(noticeAt))
              : refusalWords.noticeDue(formatInstant(noticeDueAt))}
          </Words>
        )}
        <Words size="sub" tone="ink2">
          {whatYouCanDo}
        </Words>
      </Stack>
    </Card>
  );
}

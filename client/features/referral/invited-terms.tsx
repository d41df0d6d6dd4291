import { Card } from '@/ui/card';
import { formatPoints } from '@/ui/format/money';
import { Receipt } from '@/ui/receipt';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import type { ReferralTerms } from '../../../bff/features/referral/contract';
import { invitedWords as words } from './messages';

/** What the rule book gives both today, and what the friend will see. */
export function InvitedTerms({ terms: { inviter, newcomer } }: { terms: ReferralTerms }) {
  const { facts } = words;
  return (
    <>
      <Stack gap={2}>
        <Heading size="title">{words.head}</Heading>
        <Words tone="ink2">{words.what}</Words>
      </Stack>
      <Card>
        <Receipt
          lines={[
            {
              name: facts.you,
              value: newcomer ? facts.youText(formatPoints(newcomer.points)) : facts.youNothing,
            },
            {
              name: facts.friend,
              value: inviter ? facts.friendText(formatPoints(inviter.points)) : facts.friendNothing,
            },
            { name: facts.who, value: facts.whoText },
            { name: facts.seen, value: facts.seenText },
          ]}
        />
      </Card>
    </>
  );
}

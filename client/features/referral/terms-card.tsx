import { Card } from '@/ui/card';
import { formatPoints } from '@/ui/format/money';
import { Receipt } from '@/ui/receipt';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import type { Referral } from '../../../bff/features/referral/contract';
import { inviteWords as words } from './messages';

type Rule = NonNullable<Referral['terms']['inviter']>;

/** What both get, when, how often, and who sends what to whom: all of it before anything is sent. */
export function TermsCard({ rule, referral }: { rule: Rule; referral: Referral }) {
  const { facts } = words;
  const { newcomer } = referral.terms;
  const most = rule.mostAYear;
  return (
    <Card>
      <Stack gap={3}>
        <Heading size="head">{words.meaning}</Heading>
        <Words tone="ink2">{rule.explanation}</Words>
        <Receipt
          lines={[
            { name: facts.you, value: words.each(formatPoints(rule.points)) },
            {
              name: facts.friend,
              value: newcomer ? facts.friendText(formatPoints(newcomer.points)) : facts.friendNothing,
            },
            { name: facts.limit, value: rule.limit },
            ...(most === null
              ? []
              : [
                  {
                    name: facts.left,
                    value: facts.leftText(Math.max(0, most - referral.paidThisYear), most),
                  },
                ]),
            { name: facts.validity, value: rule.validity },
            { name: facts.sending, value: facts.sendingText },
            { name: facts.seeing, value: facts.seeingText },
          ]}
        />
      </Stack>
    </Card>
  );
}

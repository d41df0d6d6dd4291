import { Card } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { Receipt, type ReceiptLine } from '@/ui/receipt';
import { Section } from '@/ui/section';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { PolicyDetail } from '../../../bff/features/policies/contract';
import { detailWords as words } from './detail-messages';

/** Years without a claim, what they did to the premium, and the tax that came with it. Nothing where the policy says nothing. */
export function PremiumHistory({ policy: { noClaim, vehicleTax } }: { policy: PolicyDetail }) {
  const lines: ReceiptLine[] = [
    ...(noClaim
      ? [
          { name: words.noClaimYears, value: words.years(noClaim.years) },
          { name: words.claims, value: words.claimsCount(noClaim.claims) },
          { name: words.factor, value: words.percent(noClaim.premiumPercent) },
        ]
      : []),
    ...(vehicleTax
      ? [
          {
            name: words.tax(vehicleTax.year),
            value: vehicleTax.amountFen === 0 ? words.taxFree : formatMoney(vehicleTax.amountFen),
          },
        ]
      : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Section title={words.history}>
      <Card>
        <Stack gap={2}>
          <Receipt lines={lines} />
          {vehicleTax && (
            <Words size="sub" tone="ink2">
              {words.taxHint}
            </Words>
          )}
        </Stack>
      </Card>
    </Section>
  );
}

import { Card } from '@/ui/card';
import { Money } from '@/ui/figure';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Person } from '@/ui/person';
import { Receipt } from '@/ui/receipt';
import { Row } from '@/ui/row';
import { Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { TermRow } from '@/ui/term';
import { Words } from '@/ui/text';
import type { PolicyDetail } from '../../../bff/features/policies/contract';
import { wordsOf } from './endorsement-words';
import { roleNames, factWords } from './messages';

type Payment = PolicyDetail['payments'][number];
type Endorsement = PolicyDetail['endorsements'][number];

/** Names and numbers as the server masks them. */
export function Parties({ policy }: { policy: PolicyDetail }) {
  const { insured } = policy;
  return (
    <Card>
      <Stack>
        <Receipt
          lines={[
            { name: factWords.policyholder, term: true, value: policy.policyholderMasked },
            { name: factWords.insured, term: true, value: insured.nameMasked },
            ...(insured.idNumberMasked ? [{ name: factWords.insuredId, value: insured.idNumberMasked }] : []),
            { name: factWords.owner, value: policy.ownerMasked },
            { name: factWords.vin, value: policy.vinMasked },
            { name: factWords.branch, term: true, value: policy.branchName },
            { name: factWords.youAre, value: policy.myRoles.map((role) => roleNames[role]).join('、') },
          ]}
        />
      </Stack>
    </Card>
  );
}

export function Payments({ payments }: { payments: readonly Payment[] }) {
  if (payments.length === 0) {
    return (
      <Card>
        <Words tone="ink2">{factWords.noPayments}</Words>
      </Card>
    );
  }
  return (
    <Card flush>
      {payments.map(({ at, amountFen, method, state }) => (
        <Row
          key={`${at}-${amountFen}`}
          title={state === 'paid' ? factWords.paid : factWords.refunded}
          detail={`${formatInstant(at)} · ${method}`}
          value={<Money amountFen={amountFen} />}
        />
      ))}
    </Card>
  );
}

interface ChangesProps {
  endorsements: Endorsement[];
  /** False where the page explains their words above. */
  explained: boolean;
}

export function Changes({ endorsements, explained }: ChangesProps) {
  if (endorsements.length === 0) {
    return (
      <Card>
        <Words tone="ink2">{factWords.noEndorsements}</Words>
      </Card>
    );
  }
  return (
    <>
      <Card flush>
        {endorsements.map(({ at, title, changeFen, detail, endorsementNo }) => (
          <Row
            key={`${at}-${title}`}
            title={title}
            detail={[formatInstant(at), endorsementNo, detail].filter(Boolean).join(' · ')}
            value={
              changeFen === 0 ? (
                <Tag>{factWords.noPremiumChange}</Tag>
              ) : (
                `${changeFen > 0 ? factWords.extra : factWords.refund} ${formatMoney(Math.abs(changeFen))}`
              )
            }
          />
        ))}
      </Card>
      {explained && <TermRow text={wordsOf(endorsements)} />}
    </>
  );
}

export function Manager({ manager: { name, phone } }: { manager: { name: string; phone: string } }) {
  return <Person onCard name={name} role={factWords.manager} note={factWords.managerNote} phone={phone} />;
}

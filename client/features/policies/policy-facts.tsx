import { Card } from '@/ui/card';
import { Money } from '@/ui/figure';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Person } from '@/ui/person';
import { Receipt } from '@/ui/receipt';
import { Row } from '@/ui/row';
import { Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import type { PolicyDetail } from '../../../bff/features/policies/contract';
import { roleMeanings, roleNames } from './messages';

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
            { name: '投保人', value: policy.policyholderMasked },
            { name: '被保险人', value: insured.nameMasked },
            ...(insured.idNumberMasked ? [{ name: '被保险人证件号', value: insured.idNumberMasked }] : []),
            { name: '车主', value: policy.ownerMasked },
            { name: '车架号', value: policy.vinMasked },
            { name: '承保机构', value: policy.branchName },
            { name: '您是', value: policy.myRoles.map((role) => roleNames[role]).join('、') },
          ]}
        />
        {policy.myRoles.map((role) => (
          <Words key={role} size="small" tone="ink3">
            {roleMeanings[role]}
          </Words>
        ))}
      </Stack>
    </Card>
  );
}

export function Payments({ payments }: { payments: readonly Payment[] }) {
  if (payments.length === 0) {
    return (
      <Card>
        <Words tone="ink2">还没有交费记录。</Words>
      </Card>
    );
  }
  return (
    <Card flush>
      {payments.map(({ at, amountFen, method, state }) => (
        <Row
          key={`${at}-${amountFen}`}
          title={state === 'paid' ? '已交保费' : '已退保费'}
          detail={`${formatInstant(at)} · ${method}`}
          value={<Money amountFen={amountFen} />}
        />
      ))}
    </Card>
  );
}

export function Changes({ endorsements }: { endorsements: readonly Endorsement[] }) {
  if (endorsements.length === 0) {
    return (
      <Card>
        <Words tone="ink2">这份保单没有改动过。</Words>
      </Card>
    );
  }
  return (
    <Card flush>
      {endorsements.map(({ at, title, changeFen }) => (
        <Row
          key={`${at}-${title}`}
          title={title}
          detail={formatInstant(at)}
          value={
            changeFen === 0 ? (
              <Tag>不涉及保费</Tag>
            ) : (
              `${changeFen > 0 ? '补交' : '退还'} ${formatMoney(Math.abs(changeFen))}`
            )
          }
        />
      ))}
    </Card>
  );
}

export function Manager({ manager: { name, phone } }: { manager: { name: string; phone: string } }) {
  return <Person name={name} role="您的客户经理" note="保单的事可以直接找他" phone={phone} />;
}

import { Card } from '@/ui/card';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import type { Clerk } from '../../../bff/features/merchant/contract';
import { staffWords as words } from './staff-messages';

interface StaffListProps {
  clerks: readonly Clerk[];
  /** Only an owner changes others, and nobody changes an owner. */
  onChoose?: (clerk: Clerk) => void;
}

function detailOf({ role, stores, phoneMasked }: Clerk): string {
  const where = role === 'owner' ? words.allStores : stores.map(({ name }) => name).join('、');
  return `${phoneMasked}，${where}`;
}

export function StaffList({ clerks, onChoose }: StaffListProps) {
  return (
    <Section title={words.people}>
      <Card flush>
        <Rows>
          {clerks.map((clerk) => (
            <Row
              key={clerk.id}
              icon="user"
              tile="grey"
              title={clerk.name}
              detail={detailOf(clerk)}
              value={
                clerk.joined ? (
                  <Tag tone={clerk.role === 'clerk' ? 'grey' : 'brand'}>{words.roles[clerk.role]}</Tag>
                ) : (
                  <Tag tone="due">{words.notJoined}</Tag>
                )
              }
              {...(onChoose && clerk.role !== 'owner' ? { onTap: () => onChoose(clerk) } : {})}
            />
          ))}
        </Rows>
      </Card>
    </Section>
  );
}

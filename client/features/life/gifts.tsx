import type { Read } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { formatEnd } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import type { GiftSummary } from '../../../bff/features/gifts/contract';
import { messages, lifeGiftWords } from './messages';

/** Gifts waiting to be claimed; without any, the section is not there. */
export function Gifts({ read }: { read: Read<{ items: GiftSummary[] }> }) {
  // What could not be read is said; an empty section would look like no gifts.
  if (!read.data && read.failure) return <Loaded read={read}>{() => null}</Loaded>;
  const gifts = read.data?.items ?? [];
  if (gifts.length === 0) return null;
  return (
    <Section title={messages.gifts} link={{ text: messages.all, onTap: () => void goTo('gifts/list') }}>
      <Card flush>
        <Rows>
          {gifts.map((gift) => (
            <Row
              key={gift.id}
              icon="gift"
              tile="warm"
              title={gift.title}
              detail={lifeGiftWords.claimBefore(formatEnd(gift.expiresAt))}
              onTap={() => void goTo('gifts/detail', { id: gift.id })}
            />
          ))}
        </Rows>
      </Card>
    </Section>
  );
}

import type { Pages } from '@/api/use-pages';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { formatPoints } from '@/ui/format/money';
import { formatDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Tag, type TagTone } from '@/ui/tag';
import { Words } from '@/ui/text';
import type * as z from 'zod/mini';
import type { Friend, friendList } from '../../../bff/features/referral/contract';
import { friendWords as words, referralSystemWords } from './messages';

const tones: Readonly<Record<Friend['state'], TagTone>> = {
  registered: 'grey',
  verified: 'brand',
  waiting: 'due',
  paid: 'ok',
  capped: 'grey',
  notCounted: 'grey',
  gone: 'grey',
  ended: 'grey',
};

function nameOf({ phoneTail, state, settledAt }: Friend): string {
  if (phoneTail !== null) return words.tail(phoneTail);
  return state === 'gone' || settledAt !== null ? words.left : words.noNumber;
}

function hintOf({ state, points }: Friend): string {
  return state === 'paid' ? words.hints.paid(formatPoints(points ?? 0)) : words.hints[state];
}

function FriendRow({ friend }: { friend: Friend }) {
  return (
    <Row
      title={nameOf(friend)}
      detail={`${words.registered(formatDay(friend.registeredAt))}，${hintOf(friend)}`}
      value={<Tag tone={tones[friend.state]}>{words.states[friend.state]}</Tag>}
    />
  );
}

interface FriendsProps {
  pages: Pages<Friend, z.output<typeof friendList>>;
  sums: { friends: number; paidPoints: number };
  /** The page above has said already that the system is away, or how old all of this is. */
  told: boolean;
}

/** Who came, newest first, and what became of it. */
export function Friends({ pages, sums, told }: FriendsProps) {
  const { read } = pages;
  const said = told && read.data !== undefined ? { ...read.data, stale: false } : read.data;
  if (told && read.data === undefined && read.failure) return null;
  return (
    <Section title={words.title}>
      <Loaded
        read={{ ...read, data: said, failure: told ? undefined : read.failure }}
        system={referralSystemWords.name}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="people" title={words.empty}>
              {words.emptyHint}
            </Empty>
          ) : (
            <>
              <Words size="sub" tone="ink2">
                {words.sums(sums.friends, formatPoints(sums.paidPoints))}
              </Words>
              <Card flush>
                <Rows>
                  {items.map((friend) => (
                    <FriendRow key={friend.id} friend={friend} />
                  ))}
                </Rows>
              </Card>
              <More pages={pages} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

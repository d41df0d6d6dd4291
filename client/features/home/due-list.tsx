import { goTo, type RouteName } from '@/platform/routes';
import { useState } from 'react';
import { useElder } from '@/platform/preferences';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { daysLeft, formatAge } from '@/ui/format/time';
import type { IconName } from '@/ui/icon/icon';
import { Notice } from '@/ui/notice';
import { serviceLooks } from '@/ui/service';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import type { TileTone } from '@/ui/tile';
import { useNow } from '@/ui/use-now';
import type { GiftSummary } from '../../../bff/features/gifts/contract';
import type { DueItem } from '../../../bff/features/home/contract';
import { awayWords, dueWords } from './messages';
import { OfferRow } from './offer-row';
import type { ShownPart } from './parts';

const MINUTE_MS = 60_000;
const SHOWN_DUE = 3;
const SHOWN_GIFTS = 3;

const looks: Record<DueItem['kind'], { icon: IconName; tone: TileTone; list: RouteName; one?: RouteName }> = {
  policyExpiry: { icon: 'calendar', tone: 'due', list: 'policies', one: 'policies/detail' },
  giftExpiry: { icon: 'gift', tone: 'warm', list: 'gifts/list', one: 'gifts/detail' },
  voucherExpiry: { icon: 'ticket', tone: 'warm', list: 'vouchers/list', one: 'vouchers/detail' },
  pointsExpiry: { icon: 'coin', tone: 'warm', list: 'points/points' },
};

interface DueListProps {
  due: ShownPart<DueItem[]>;
  gifts: ShownPart<GiftSummary[]>;
}

/** One list for what is due and what is offered: the next thing first. */
export function DueList({ due, gifts }: DueListProps) {
  const now = useNow(MINUTE_MS);
  const elder = useElder();
  const items = due.value ?? [];
  const alreadyDue = new Set(items.map(({ subjectId }) => subjectId));
  const offered = (gifts.value ?? []).filter(({ id, state }) => state === 'offered' && !alreadyDue.has(id));
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, SHOWN_DUE);
  const since = due.knownSince ?? gifts.knownSince;
  return (
    <>
      {due.unavailable && <Notice tone="due">{awayWords.nextDue}</Notice>}
      {gifts.unavailable && <Notice tone="due">{awayWords.gifts}</Notice>}
      {since && <Notice tone="due">{dueWords.stale(formatAge(since, now))}</Notice>}
      {items.length + offered.length > 0 && (
        <Card flush>
          {shown.map((item) => (
            <DueRow key={`${item.kind}-${item.subjectId ?? ''}-${item.dueAt}`} item={item} now={now} />
          ))}
          {!elder && offered.slice(0, SHOWN_GIFTS).map((gift) => <GiftRow key={gift.id} gift={gift} />)}
        </Card>
      )}
      {due.value && gifts.value && items.length + offered.length === 0 && (
        <Words size="sub" tone="ink3">
          {dueWords.none}
        </Words>
      )}
      {items.length > shown.length && (
        <Button kind="text" onTap={() => setAll(true)}>
          {dueWords.more(items.length - shown.length)}
        </Button>
      )}
    </>
  );
}

/** The tag counts the days; the sentence need not say them twice. */
const withoutDays = (detail: string): string => detail.replace(/，还有 \d+ 天$/, '');

function DueRow({ item: { kind, title, detail, dueAt, subjectId }, now }: { item: DueItem; now: number }) {
  const { icon, tone, list, one } = looks[kind];
  const left = daysLeft(dueAt, now);
  const open = () => void (subjectId && one ? goTo(one, { id: subjectId }) : goTo(list));
  return (
    <OfferRow
      icon={icon}
      tone={tone}
      title={title}
      detail={withoutDays(detail)}
      tag={<Tag tone="due">{left <= 0 ? dueWords.today : dueWords.daysLeft(left)}</Tag>}
      onTap={open}
    />
  );
}

function GiftRow({ gift: { id, title, contents } }: { gift: GiftSummary }) {
  const what = contents
    .map(({ service, quantity }) => dueWords.service(serviceLooks[service].name, quantity))
    .join(' · ');
  return (
    <OfferRow
      icon="gift"
      tone="warm"
      title={dueWords.gift(title)}
      detail={what}
      tag={<Tag tone="warm">{dueWords.toClaim}</Tag>}
      onTap={() => void goTo('gifts/detail', { id })}
    />
  );
}

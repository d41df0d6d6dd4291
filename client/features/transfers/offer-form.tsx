import { useState } from 'react';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { FactList } from '@/ui/fact-list';
import { Section } from '@/ui/section';
import { giveWords as words } from './messages';

const HOURS = ['24', '48', '72'] as const;
type Hours = (typeof HOURS)[number];

/** A day unless the person says otherwise. */
export const useHours = () => useState<Hours>('24');

/** What giving means, before anything is made. */
export function OfferForm({ hours, onHours }: { hours: Hours; onHours: (hours: Hours) => void }) {
  const { facts } = words;
  return (
    <>
      <Section title={words.meaning}>
        <Card flush>
          <FactList
            facts={[
              { name: facts.until, text: facts.untilText },
              { name: facts.after, text: facts.afterText, tone: 'due' },
              { name: facts.who, text: facts.whoText },
              { name: facts.once, text: facts.onceText },
            ]}
          />
        </Card>
      </Section>
      <Section title={words.hours}>
        <Choice
          label={words.hours}
          options={HOURS.map((value) => ({ value, text: words.hoursOf(Number(value)) }))}
          value={hours}
          onChange={onHours}
        />
      </Section>
    </>
  );
}

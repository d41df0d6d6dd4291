import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Section } from '@/ui/section';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { ClaimNews } from '../../../../bff/upstream/core/contract/claim-parts';
import { newsWords } from '../after-messages';

const SHOWN_FIRST = 3;

/** What happened, newest first; the older ones by a tap. */
export function CaseNews({ news }: { news: readonly ClaimNews[] }) {
  const [all, setAll] = useState(false);
  const newestFirst = [...news].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN_FIRST);
  const hidden = newestFirst.length - shown.length;
  return (
    <Section title={newsWords.title}>
      <Card>
        <Stack gap={4}>
          {shown.length === 0 && (
            <Words size="sub" tone="ink2">
              {newsWords.none}
            </Words>
          )}
          {shown.map(({ id, at, title, detail }) => (
            <Stack key={id} gap={1}>
              <Words bold>{title}</Words>
              {detail !== '' && (
                <Words size="sub" tone="ink2">
                  {detail}
                </Words>
              )}
              <Words size="small" tone="ink3">
                {formatInstant(at)}
              </Words>
            </Stack>
          ))}
          {hidden > 0 && (
            <Button kind="text" onTap={() => setAll(true)}>
              {newsWords.more(hidden)}
            </Button>
          )}
        </Stack>
      </Card>
    </Section>
  );
}

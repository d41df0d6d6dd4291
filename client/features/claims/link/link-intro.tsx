import { brand } from '@/platform/brand';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { consentAsking } from '@/ui/consent-messages';
import { FactList } from '@/ui/fact-list';
import { formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { scenarioWords } from '../messages';
import type { LinkView } from './api';
import { linkWords } from './messages';

/** Who asks, about which car, for what, and what the pictures show of others: read before the first one is taken. */
export function LinkIntro({ view }: { view: LinkView }) {
  const { plateMasked, occurredAt, scenario, required, photosLeft, expiresAt } = view;
  const facts = [
    { name: linkWords.plate, text: plateMasked },
    { name: linkWords.when, text: formatInstant(occurredAt) },
    { name: linkWords.what, text: scenarioWords[scenario].name },
    { name: linkWords.until, text: formatInstant(expiresAt) },
    { name: linkWords.left, text: linkWords.leftValue(photosLeft) },
  ];
  return (
    <>
      <Stack gap={2}>
        <Heading>{linkWords.lead(brand.insurer)}</Heading>
        <Words tone="ink2">{linkWords.leadHint}</Words>
      </Stack>
      <Card flush>
        <FactList facts={facts} />
      </Card>
      <Card>
        <Stack gap={2}>
          <Words bold>{linkWords.wanted(required.length)}</Words>
          <Words size="sub" tone="ink2">
            {required.map(({ name }) => name).join('、')}
          </Words>
        </Stack>
      </Card>
      <Notice icon="lock">{`${consentAsking.photos.reason}${linkWords.sees}`}</Notice>
      <Button kind="text" onTap={() => goTo('account/document', { name: 'privacy' })}>
        {linkWords.privacy}
      </Button>
      <Words size="small" tone="ink3">
        {linkWords.notYourCar}
      </Words>
    </>
  );
}

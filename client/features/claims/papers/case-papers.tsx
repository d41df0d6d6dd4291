import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatInstant } from '@/ui/format/time';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Line, Stack } from '@/ui/stack';
import { Tag, type TagTone } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import type { Paper } from '../../../../bff/upstream/core/contract/claim-parts';
import { paperWords } from '../after-messages';
import { placeOf } from '../case/case-place';
import { Late } from '../case/late';
import { PaperSheet } from './paper-sheet';

const tones: Record<Paper['state'], TagTone> = {
  onFile: 'ok',
  wanted: 'due',
  received: 'brand',
  accepted: 'ok',
  rejected: 'bad',
};

const isWanted = ({ state }: Paper): boolean => state === 'wanted' || state === 'rejected';

/** The one list of papers: what is here, what is looked at, what is still to come and how. */
export function CasePapers({ claim: { id, papers, open, nextAction } }: { claim: ClaimDetail }) {
  const [shown, setShown] = useState<Paper>();
  if (papers.items.length === 0) return null;
  const left = papers.items.filter(isWanted).length;
  const inOrder = [...papers.items].sort((one, other) => Number(isWanted(other)) - Number(isWanted(one)));
  return (
    <View id={placeOf('papers')}>
      <Section title={paperWords.title}>
        {papers.laterRequests.map(({ at, apology, reason, allowedBy }) => (
          <Notice key={at} tone="due">
            {paperWords.again}。{apology} {reason}（{paperWords.allowedBy(allowedBy)}）
          </Notice>
        ))}
        <Card>
          <Stack gap={4}>
            <Line spread wrap>
              <Words size="sub" tone="ink2">
                {papers.laterRequests.length > 0 ? paperWords.nowAll : paperWords.once}
              </Words>
              <Tag tone={left > 0 ? 'due' : 'ok'}>
                {left > 0 ? paperWords.left(left) : paperWords.done(papers.items.length)}
              </Tag>
            </Line>
            {inOrder.map((paper) => (
              <PaperEntry
                key={paper.id}
                paper={paper}
                isNext={nextAction.kind === 'uploadPapers' && paper === inOrder[0]}
                onHand={open ? () => setShown(paper) : undefined}
              />
            ))}
          </Stack>
        </Card>
        {shown && <PaperSheet claimId={id} paper={shown} onClose={() => setShown(undefined)} />}
      </Section>
    </View>
  );
}

interface PaperEntryProps {
  paper: Paper;
  /** What to do now: one filled button a screen. */
  isNext: boolean;
  onHand: (() => void) | undefined;
}

function PaperEntry({ paper, isNext, onHand }: PaperEntryProps) {
  const { name, why, whereToGet, state, reason, reviewDueAt, late } = paper;
  return (
    <Stack gap={1}>
      <Line spread wrap>
        <Heading size="head">{name}</Heading>
        <Tag tone={tones[state]}>{paperWords[state]}</Tag>
      </Line>
      {reason && (
        <Words size="sub" tone={state === 'rejected' ? 'bad' : 'ink2'}>
          {paperWords.reviewed}：{reason}
        </Words>
      )}
      {late && <Late late={late} over={state !== 'received'} />}
      {state === 'received' && reviewDueAt && !late && (
        <Words size="small" tone="ink2">
          {paperWords.reviewBy(formatInstant(reviewDueAt))}
        </Words>
      )}
      {isWanted(paper) && (
        <>
          <Words size="small" tone="ink2">
            {paperWords.why}：{why}
          </Words>
          <Words size="small" tone="ink2">
            {paperWords.where}：{whereToGet}
          </Words>
          {onHand && (
            <Button kind={isNext ? 'primary' : 'soft'} icon="camera" onTap={onHand}>
              {paperWords.hand(name)}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}

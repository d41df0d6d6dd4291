import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { formatMoney } from '@/ui/format/money';
import { Button } from '@/ui/button';
import { Card, Inset } from '@/ui/card';
import { Field } from '@/ui/field';
import { formatInstant } from '@/ui/format/time';
import { Money } from '@/ui/figure';
import { Person } from '@/ui/person';
import { Receipt } from '@/ui/receipt';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Line, Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Tag, type TagTone } from '@/ui/tag';
import { TermRow } from '@/ui/term';
import { Heading, Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { Assessment, SettlementShare } from '../../../../bff/upstream/core/contract/claim-parts';
import { assessmentWords, shareWords } from '../after-messages';
import { useClaimWrite } from '../case/use-claim-write';
import styles from './case-assessment.module.scss';

const tones: Record<Assessment['state'], TagTone> = { proposed: 'due', agreed: 'ok', objected: 'grey' };
const WHOLE = 100;

const faultOf = (percent: number): string =>
  percent === WHOLE
    ? assessmentWords.faultAll
    : percent === 0
      ? assessmentWords.faultNone
      : assessmentWords.fault(percent);

interface CaseAssessmentProps {
  claimId: string;
  assessment: Assessment;
  /** The paper that settles the fault is not there yet: until then it is a judgement of ours. */
  provisional: boolean;
}

const ours: readonly SettlementShare['payer'][] = ['compulsory', 'thirdParty', 'vehicleDamage', 'occupants'];

const sumOf = (shares: readonly SettlementShare[]): number =>
  shares.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** The sum we pay, apart by whom it is for, and what the customer gets or bears beside it. */
function Sums({ assessment: { payableFen, ownFen, shares } }: Pick<CaseAssessmentProps, 'assessment'>) {
  const paid = (wanted: SettlementShare['side']) =>
    sumOf(shares.filter(({ payer, side }) => side === wanted && ours.includes(payer)));
  const elsewhere = sumOf(shares.filter(({ payer, side }) => side === 'own' && payer === 'otherCompulsory'));
  const [own, other] = [paid('own'), paid('other')];
  return (
    <Stack gap={1}>
      <Words size="sub">{assessmentWords.weTitle}</Words>
      <Money amountFen={payableFen} size="figure" />
      {own > 0 && other > 0 && (
        <Words size="sub">
          {assessmentWords.weOwn(formatMoney(own))}，{assessmentWords.weOther(formatMoney(other))}
        </Words>
      )}
      <Words size="sub" tone="ink2">
        {assessmentWords.youTitle} {formatMoney(ownFen)}
      </Words>
      {elsewhere > 0 && (
        <Words size="sub" tone="ink2">
          {assessmentWords.otherCompulsory(formatMoney(elsewhere))}
        </Words>
      )}
    </Stack>
  );
}

/** What is paid, line by line, and who bears how much; answered before anything is paid. */
export function CaseAssessment({ claimId, assessment, provisional }: CaseAssessmentProps) {
  const { state, round, faultPercent, objection, assessor, answeredAt } = assessment;
  const fault = faultOf(faultPercent);
  return (
    <Section title={assessmentWords.title}>
      <Card>
        <Stack gap={4}>
          <Line spread wrap>
            <Words size="sub" tone="ink2">
              {provisional ? assessmentWords.provisional(fault) : fault}
              {round > 1 ? ` · ${assessmentWords.round(round)}` : ''}
            </Words>
            <Tag tone={tones[state]}>{assessmentWords[state]}</Tag>
          </Line>
          <Sums assessment={assessment} />
          <Losses assessment={assessment} />
          <Shares assessment={assessment} />
          {state === 'agreed' && answeredAt && (
            <Words size="sub" tone="ink2">
              {assessmentWords.agreedAt(formatInstant(answeredAt))}
            </Words>
          )}
          {objection && (
            <Words size="sub" tone="ink2">
              {assessmentWords.yourWords(objection)}
            </Words>
          )}
          <Person
            onCard
            name={assessor.name}
            role={assessor.role}
            note={assessmentWords.assessor}
            phone={assessor.phone ?? undefined}
          />
          {state === 'proposed' && <Answer claimId={claimId} assessment={assessment} />}
        </Stack>
        <TermRow text={assessment.shares.map(({ name, why }) => name + why).join()} />
      </Card>
    </Section>
  );
}

function Losses({ assessment: { lines, totalFen } }: { assessment: Assessment }) {
  return (
    <Stack gap={2}>
      <Heading size="head">{assessmentWords.lines}</Heading>
      {(['own', 'other'] as const).map((side) => {
        const ofSide = lines.filter((line) => line.side === side);
        if (ofSide.length === 0) return null;
        return (
          <Inset key={side}>
            <Stack gap={1}>
              <Words size="sub" bold>
                {assessmentWords[side]}
              </Words>
              <Receipt
                lines={ofSide.map(({ label, quantity, amountFen }) => ({
                  name: assessmentWords.quantity(label, quantity),
                  value: formatMoney(amountFen),
                }))}
              />
            </Stack>
          </Inset>
        );
      })}
      <Receipt lines={[{ name: assessmentWords.total, value: formatMoney(totalFen), total: true }]} />
    </Stack>
  );
}

/** In the order of the clauses, each sum with its reason in words. */
function Shares({ assessment: { shares } }: { assessment: Assessment }) {
  return (
    <Stack gap={2}>
      <Heading size="head">{assessmentWords.shares}</Heading>
      {shares.map(({ payer, side, name, amountFen, why }) => (
        <Stack key={payer + side + name} gap={1}>
          <Line spread>
            <Words>{name}</Words>
            <Money amountFen={amountFen} />
          </Line>
          <View className={styles.why}>
            {shareWords[side]}：{why}
          </View>
        </Stack>
      ))}
    </Stack>
  );
}

const SHORTEST_REASON = 2;

function Answer({
  claimId,
  assessment: { id: assessmentId, payableFen },
}: Omit<CaseAssessmentProps, 'provisional'>) {
  const objection = useClaimWrite(claimId, {
    about: `object:${assessmentId}`,
    onDone: () => setObjecting(false),
  });
  const [objecting, setObjecting] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const object = () => {
    setAsked(true);
    if (tooShort) return undefined;
    return objection.submit({
      path: ['assessment', 'objection'],
      body: { assessmentId, reason: reason.trim() },
    });
  };
  return (
    <Stack>
      <Agree claimId={claimId} assessmentId={assessmentId} sum={formatMoney(payableFen)} />
      <Button wide kind="text" onTap={() => setObjecting(true)}>
        {assessmentWords.object}
      </Button>
      <Sheet
        open={objecting}
        title={assessmentWords.objectTitle}
        onClose={() => setObjecting(false)}
        action={
          <Button wide disabled={objection.submission.status === 'unknown'} onTap={object}>
            {assessmentWords.sendObjection}
          </Button>
        }
      >
        <Stack>
          <SubmissionNotice control={objection} />
          <Field
            label={assessmentWords.objectField}
            placeholder={assessmentWords.objectExample}
            multiline
            maxLength={500}
            value={reason}
            error={asked && tooShort ? assessmentWords.tooShort : undefined}
            onChange={setReason}
          />
          <Words size="sub" tone="ink2">
            {assessmentWords.objectMeans}
          </Words>
        </Stack>
      </Sheet>
    </Stack>
  );
}

interface AgreeProps {
  claimId: string;
  assessmentId: string;
  sum: string;
}

/** It binds: so the sum is named once more before, and afterwards the page stands where the next step is. */
function Agree({ claimId, assessmentId, sum }: AgreeProps) {
  const [asking, setAsking] = useState(false);
  const agreement = useClaimWrite(claimId, {
    about: `agree:${assessmentId}`,
    onDone: () => {
      setAsking(false);
      showToast({ text: assessmentWords.taken(sum) });
      void Taro.pageScrollTo({ scrollTop: 0 });
    },
  });
  const isUnknown = agreement.submission.status === 'unknown';
  const agree = () => agreement.submit({ path: ['assessment', 'agreement'], body: { assessmentId } });
  return (
    <>
      {isUnknown && <SubmissionNotice control={agreement} />}
      <Button wide disabled={isUnknown} onTap={() => setAsking(true)}>
        {assessmentWords.agree}
      </Button>
      <Sheet
        open={asking && !isUnknown}
        title={assessmentWords.confirmTitle(sum)}
        onClose={() => setAsking(false)}
        action={
          <Stack gap={2}>
            <Button wide busyText={assessmentWords.agreeing} onTap={agree}>
              {assessmentWords.confirm}
            </Button>
            <Button wide kind="ghost" onTap={() => setAsking(false)}>
              {assessmentWords.back}
            </Button>
          </Stack>
        }
      >
        <Stack>
          <SubmissionNotice control={agreement} />
          <Words size="sub" tone="ink2">
            {assessmentWords.confirmMeans}
          </Words>
        </Stack>
      </Sheet>
    </>
  );
}

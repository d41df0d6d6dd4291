import { useRouter } from '@tarojs/taro';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { brand } from '@/platform/brand';
import { useElder } from '@/platform/preferences';
import { goTo } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Row } from '@/ui/row';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { TermRow } from '@/ui/term';
import type { PolicyDetail } from '../../../../../bff/features/policies/contract';
import { CoverageRow } from '../../coverage-row';
import { detailWords } from '../../detail-messages';
import { DocumentRow } from '../../document-row';
import { system, unaffected, policyPageWords } from '../../messages';
import { Changes, Manager, Parties, Payments } from '../../policy-facts';
import { PolicyHead } from '../../policy-head';
import { PolicyStanding } from '../../policy-standing';
import { PremiumHistory } from '../../premium-history';
import { RemovePolicy } from '../../remove-policy';
import { usePolicy } from '../../use-policy';

/** Question → answer → a sum for this very policy → the clause, in this order. */
export default function PolicyPage() {
  const id = useRouter().params.id ?? '';
  usePullToRefresh(['policies', id]);
  const { signedIn, policy, isOpen, toggle } = usePolicy(id);
  // Elder mode has its own call bar on every page.
  const elder = useElder();
  const report = (
    <ActionBar callNumber={elder ? undefined : brand.hotline}>
      <Button
        wide
        icon="siren"
        onTap={() => goTo('claims/report', { policyId: policy.data ? id : undefined })}
      >
        {policyPageWords.report}
      </Button>
    </ActionBar>
  );
  return (
    <Page title={policyPageWords.title} action={report}>
      {signedIn ? (
        <Loaded read={policy} system={system} unaffected={unaffected} skeleton={<Skeleton cards={3} />}>
          {(detail) => <Detail policy={detail} isOpen={isOpen} toggle={toggle} />}
        </Loaded>
      ) : (
        <ErrorState failure={{ kind: 'sessionGone' }} />
      )}
    </Page>
  );
}

/** What the covers say as they stand there; what unfolds below one brings its own explanations. */
const wordsOfCovers = ({ coverages }: PolicyDetail, isOpen: (code: string) => boolean): string =>
  coverages
    .flatMap(({ code, name, plain, deductible }) => [
      name,
      plain.question,
      ...(isOpen(code) ? [plain.answer, plain.example, deductible] : []),
    ])
    .join(' ');

interface DetailProps {
  policy: PolicyDetail;
  isOpen: (code: string) => boolean;
  toggle: (code: string) => void;
}

function Detail({ policy, isOpen, toggle }: DetailProps) {
  return (
    <>
      <PolicyHead policy={policy} />
      <PolicyStanding policy={policy} />
      <Section title={policyPageWords.covers}>
        <Card flush>
          {policy.coverages.map((coverage) => (
            <CoverageRow
              key={coverage.code}
              policyId={policy.id}
              coverage={coverage}
              example={policy.example}
              open={isOpen(coverage.code)}
              onToggle={() => toggle(coverage.code)}
            />
          ))}
        </Card>
        <TermRow text={wordsOfCovers(policy, isOpen)} />
      </Section>
      <Card flush>
        <DocumentRow id={policy.id} policyNo={policy.policyNo} />
        <Row
          icon="doc"
          title={detailWords.services}
          detail={detailWords.servicesHint}
          onTap={() => void goTo('policies/services', { id: policy.id })}
        />
      </Card>
      {policy.accountManager && (
        <Card>
          <Manager manager={policy.accountManager} />
        </Card>
      )}
      <Section title={policyPageWords.parties}>
        <Parties policy={policy} />
      </Section>
      <Section title={policyPageWords.payments}>
        <Payments payments={policy.payments} />
      </Section>
      <PremiumHistory policy={policy} />
      <Section title={policyPageWords.endorsements}>
        <Changes endorsements={policy.endorsements} explained={policy.status !== 'cancelled'} />
      </Section>
      <RemovePolicy policy={policy} />
    </>
  );
}

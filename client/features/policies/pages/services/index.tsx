import { useRouter } from '@tarojs/taro';
import { useRead } from '@/api/use-read';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { readRecords } from '../../api';
import { ContactCard } from '../../contact-card';
import { LossCard } from '../../loss-card';
import { RecordList } from '../../record-list';
import { serviceWords as words } from '../../service-messages';
import { usePolicy } from '../../use-policy';

/** What a person settles alone about a policy, and the receipts of it. */
export default function PolicyServicesPage() {
  const id = useRouter().params.id ?? '';
  usePullToRefresh(['policies', id]);
  const { signedIn, policy } = usePolicy(id);
  const records = useRead({
    key: ['policy-records'],
    read: ({ signal }) => readRecords(signal),
    enabled: signedIn,
  });
  return (
    <Page title={words.title}>
      {signedIn ? (
        <Loaded
          read={policy}
          system={words.system}
          unaffected={words.unaffected}
          skeleton={<Skeleton cards={2} />}
        >
          {(detail) => (
            <>
              <Section title={words.contact}>
                <ContactCard policy={detail} />
              </Section>
              <Section title={words.loss}>
                <LossCard policy={detail} />
              </Section>
              <Section title={words.records}>
                <Loaded read={records} skeleton={<Skeleton cards={1} />}>
                  {({ items }) => <RecordList records={items} />}
                </Loaded>
              </Section>
            </>
          )}
        </Loaded>
      ) : (
        <ErrorState failure={{ kind: 'sessionGone' }} />
      )}
    </Page>
  );
}

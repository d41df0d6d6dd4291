import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { formatDay, formatInstant } from '@/ui/format/time';
import { Row } from '@/ui/row';
import type { AccessRecord } from '../../../bff/features/account/contract/privacy';
import { viewerOf } from './access-words';
import { readConsents } from './api';
import { readAccessRecords, readDeletion } from './privacy-api';
import { accessReasons, privacyRowWords as words } from './privacy-messages';
import { latestConsents } from './latest-consents';

const latestSeen = (record: AccessRecord | undefined, incomplete: boolean | undefined): string =>
  record
    ? words.seenLatest(formatInstant(record.at), viewerOf(record), accessReasons[record.action].did)
    : incomplete
      ? words.seenUnknown
      : words.seenNone;

/** 隐私中心 as it stands on 我的: each row says what is behind it before it is opened. */
export function PrivacyRows({ withMore }: { withMore?: boolean }) {
  const signedIn = useSignedIn();
  const seen = useRead({
    key: ['access-records', 'latest'],
    read: ({ signal }) => readAccessRecords({ limit: 1 }, signal),
    enabled: signedIn,
  });
  const consents = useRead({
    key: ['consents', 'all'],
    read: async ({ signal }) => (await readConsents(signal)).items,
    enabled: signedIn,
  });
  const deletion = useRead({
    key: ['deletion'],
    read: ({ signal }) => readDeletion(signal),
    enabled: signedIn,
  });
  const holding = consents.data && latestConsents(consents.data).filter(({ granted }) => granted).length;
  const waiting = deletion.data?.deletion;
  return (
    <Card flush>
      {signedIn && (
        <>
          <Row
            icon="eye"
            title={words.seen}
            detail={seen.data && latestSeen(seen.data.items[0], seen.data.incomplete)}
            onTap={() => void goTo('account/access')}
          />
          <Row
            icon="key"
            title={words.consents}
            detail={holding === undefined ? undefined : words.consentsCount(holding)}
            onTap={() => void goTo('account/consents')}
          />
          <Row icon="download" title={words.export} onTap={() => void goTo('account/export')} />
        </>
      )}
      {withMore && <Row icon="doc" title={words.correct} onTap={() => void goTo('account/privacy')} />}
      {signedIn && (
        <Row
          icon="trash"
          title={words.deletion}
          detail={waiting && words.deletionWaiting(formatDay(waiting.dueAt))}
          onTap={() => void goTo('account/deletion')}
        />
      )}
    </Card>
  );
}

import { View } from '@tarojs/components';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Words } from '@/ui/text';
import type { AccessRecord } from '../../../../../bff/features/account/contract/privacy';
import { viewerOf } from '../../access-words';
import { accessFieldNames, accessWords as words } from '../../access-messages';
import { accessReasons } from '../../privacy-messages';
import { SignedInOnly } from '../../signed-in-only';
import { useAccessRecords } from '../../use-access-records';

const signs = { clerk: 'ticket', merchantOwner: 'ticket', operator: 'user', surveyor: 'car' } as const;

/** Every time somebody else saw something: who, when, what and why. */
export default function AccessPage() {
  const { read, older, loadOlder } = useAccessRecords();
  usePullToRefresh(['access-records']);
  return (
    <Page title={words.title}>
      <Words size="sub" tone="ink2">
        {words.lead}
      </Words>
      <SignedInOnly>
        <Loaded read={read}>
          {({ items, nextCursor, incomplete }) => {
            const all = [...items, ...older.items];
            const gap = incomplete && <Notice tone="due">{words.incomplete}</Notice>;
            if (all.length === 0) {
              return incomplete ? (
                gap
              ) : (
                <Empty icon="eye" title={words.empty}>
                  {words.emptyText}
                </Empty>
              );
            }
            const cursor = older.started ? older.nextCursor : nextCursor;
            return (
              <>
                {gap}
                <Card flush>
                  {all.map((record) => (
                    <Entry key={record.id} record={record} />
                  ))}
                </Card>
                {cursor !== null && (
                  <Button kind="ghost" wide busyText={words.moreBusy} onTap={() => loadOlder(cursor)}>
                    {words.more}
                  </Button>
                )}
                <Notice
                  tone="grey"
                  action={
                    <Button kind="text" icon="phone" onTap={() => void callPhone(brand.hotline)}>
                      {words.call}
                    </Button>
                  }
                >
                  {words.doubt}
                </Notice>
              </>
            );
          }}
        </Loaded>
      </SignedInOnly>
    </Page>
  );
}

function Entry({ record }: { record: AccessRecord }) {
  const { did, why } = accessReasons[record.action];
  return (
    <Row
      icon={signs[record.viewer.role]}
      tile="grey"
      title={`${viewerOf(record)}，${did}`}
      detail={
        <>
          <View>{formatInstant(record.at)}</View>
          <View>{words.saw(record.fields.map((field) => accessFieldNames[field]))}</View>
          <View>{words.why(why)}</View>
        </>
      }
    />
  );
}

import { useRouter, useShareAppMessage } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { redirectTo, urlOf } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { formatLastDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { serviceLooks } from '@/ui/service';
import { Grow, Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import type { VoucherDetail } from '../../../../../bff/features/vouchers/contract';
import { Chooser } from '../../chooser';
import { giveWords as words, offeredWords, transferSystemWords } from '../../messages';
import { Offered } from '../../offered';
import { OfferForm, useHours } from '../../offer-form';
import { useGive } from '../../use-give';

/** Why not, in the order in which it is decided. */
function reasonOf({ state, vehicle, received, usesLeft, usesTotal }: VoucherDetail): string {
  if (state !== 'active') return words.cannot.state;
  if (vehicle) return words.cannot.car;
  if (received) return words.cannot.received;
  return usesLeft < usesTotal ? words.cannot.used : words.cannot.service;
}

export default function GivePage() {
  const { id } = useRouter().params;
  if (id === undefined) {
    return (
      <Page title={words.title}>
        <Chooser />
      </Page>
    );
  }
  return <GiveOne id={id} />;
}

function GiveOne({ id }: { id: string }) {
  const { voucher, transfers, offering, offer, takeBack } = useGive(id);
  const [hours, setHours] = useHours();
  // What WeChat puts on the card; without an offer it is the app and nothing of anybody's.
  useShareAppMessage(() =>
    offer?.token
      ? {
          title: offeredWords.card(offer.title),
          path: urlOf('transfers/receive', { token: offer.token }),
        }
      : { title: offeredWords.appCard, path: urlOf('home') },
  );
  const { status } = offering.submission;
  const canOffer = offer === undefined && (voucher.data?.transferable === true || status === 'unknown');
  const bar = (
    <ActionBar>
      <Grow>
        <Stack gap={2}>
          <SubmissionNotice control={offering} />
          {status !== 'unknown' && (
            <Button
              wide
              icon="send"
              busyText={words.making}
              onTap={() => offering.submit({ voucherId: id, hours: Number(hours) })}
            >
              {words.make}
            </Button>
          )}
        </Stack>
      </Grow>
    </ActionBar>
  );
  return (
    <Page title={words.title} action={canOffer && transfers.data ? bar : undefined}>
      <Loaded read={voucher} system={transferSystemWords.name}>
        {(data) => (
          <>
            <VoucherLine voucher={data} />
            <AfterVoucher voucher={voucher} transfers={transfers}>
              {offer ? (
                <Offered offer={offer} onTakeBack={() => takeBack(offer.id)} />
              ) : data.transferable ? (
                <OfferForm hours={hours} onHours={setHours} />
              ) : (
                <Empty
                  icon="send"
                  title={words.cannotTitle}
                  action={{
                    text: words.toVoucher,
                    onTap: () => void redirectTo('vouchers/detail', { id }),
                  }}
                >
                  {reasonOf(data)}
                </Empty>
              )}
            </AfterVoucher>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Given = ReturnType<typeof useGive>;

/** What follows from the transfers so far. How old it is, the voucher above has said where that is old itself. */
function AfterVoucher({
  voucher,
  transfers,
  children,
}: PropsWithChildren<Pick<Given, 'voucher' | 'transfers'>>) {
  const told = voucher.data?.stale === true || voucher.failure !== undefined;
  if (told && transfers.data !== undefined) return <>{children}</>;
  return (
    <Loaded read={transfers} system={transferSystemWords.name}>
      {() => children}
    </Loaded>
  );
}

function VoucherLine({ voucher }: { voucher: VoucherDetail }) {
  return (
    <Card flush>
      <Row
        icon={serviceLooks[voucher.service].icon}
        tile="brand"
        title={voucher.title}
        detail={words.until(formatLastDay(voucher.validUntil))}
      />
    </Card>
  );
}

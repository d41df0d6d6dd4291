import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { ActionBar } from '@/ui/action-bar';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { showToast } from '@/ui/toast';
import type { SettlementLine } from '../../../../../bff/features/merchant/contract';
import { ConfirmSettlementSheet } from '../../confirm-settlement-sheet';
import { DisputeSheet } from '../../dispute-sheet';
import { InvoiceSheet } from '../../invoice-sheet';
import { SettlementAction } from '../../settlement-action';
import { SettlementLines } from '../../settlement-lines';
import { disputeWords, settlementWords, statementWords as words } from '../../settlement-messages';
import { SettlementSum } from '../../settlement-sum';
import { useSettlement } from '../../use-settlement';

type Open = { sheet: 'confirm' } | { sheet: 'invoice' } | { sheet: 'dispute'; line: SettlementLine };

/** One statement: the sum being added up, every line with its question, and the one thing to do. */
export default function SettlementPage() {
  const { id = '' } = useRouter().params;
  usePullToRefresh(['settlements', id]);
  const settlement = useSettlement(id);
  const { read, pages, renew } = settlement;
  const [open, setOpen] = useState<Open>();
  const { data } = read;
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    void renew();
  };
  const action = data && (data.state === 'closed' || data.state === 'confirmed') && (
    <ActionBar>
      <SettlementAction
        settlement={data}
        onConfirm={() => setOpen({ sheet: 'confirm' })}
        onInvoice={() => setOpen({ sheet: 'invoice' })}
      />
    </ActionBar>
  );
  return (
    <Page title={words.title} elderCall={false} action={action || undefined}>
      <Loaded read={read} system={settlementWords.system}>
        {(detail) => (
          <>
            <SettlementSum settlement={detail} />
            <SettlementLines
              settlement={detail}
              pages={pages}
              downloadProblem={settlement.downloadProblem}
              onDownload={settlement.download}
              onDispute={(line) => setOpen({ sheet: 'dispute', line })}
            />
          </>
        )}
      </Loaded>
      {data && open?.sheet === 'confirm' && (
        <ConfirmSettlementSheet settlement={data} onConfirmed={done} onClose={close} />
      )}
      {data && open?.sheet === 'invoice' && <InvoiceSheet settlement={data} onSaved={done} onClose={close} />}
      {open?.sheet === 'dispute' && (
        <DisputeSheet
          settlementId={id}
          line={open.line}
          onDisputed={(dispute) => {
            close();
            showToast({ text: disputeWords.done });
            settlement.disputed(dispute);
          }}
          onClose={close}
        />
      )}
    </Page>
  );
}

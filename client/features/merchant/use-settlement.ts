import { useState } from 'react';
import { failureOf } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { useRead } from '@/api/use-read';
import { wordsOf } from '@/ui/failure-words';
import type { SettlementDispute } from '../../../bff/features/merchant/contract';
import { fetchStatement, readSettlement } from './settlement-api';
import { statementWords as words } from './settlement-messages';
import { usePages } from './use-pages';

/** One statement with its lines, and its spreadsheet. */
export function useSettlement(id: string) {
  const [downloadProblem, setDownloadProblem] = useState<string>();
  const read = useRead({
    key: ['settlements', id],
    read: ({ signal }) => readSettlement(id, undefined, signal),
    enabled: id !== '',
  });
  const { data } = read;
  const pages = usePages(data && { items: data.lines, nextCursor: data.nextCursor }, async (cursor) => {
    const page = await readSettlement(id, cursor);
    return { items: page.lines, nextCursor: page.nextCursor };
  });
  const renew = () => queryClient.invalidateQueries({ queryKey: ['settlements'] });
  return {
    read,
    pages,
    renew,
    disputed: (dispute: SettlementDispute) => {
      pages.change((line) => (line.lineId === dispute.lineId ? { ...line, dispute } : line));
      void renew();
    },
    downloadProblem,
    download: async () => {
      setDownloadProblem(undefined);
      try {
        await fetchStatement(id, words.fileName(data?.number ?? id));
      } catch (error) {
        const failure = failureOf(error);
        const why = failure.kind === 'refused' ? failure.detail : wordsOf(failure).title;
        setDownloadProblem(words.downloadFailed(why));
      }
    },
  };
}

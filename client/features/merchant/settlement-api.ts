import { fetchFile, get, write } from '@/api/client';
import {
  disputeAnswer,
  settlementAnswer,
  settlementDetail,
  settlementList,
} from '../../../bff/features/merchant/contract';

const pathOf = (id: string, rest = '') => `/merchant/settlements/${encodeURIComponent(id)}${rest}`;

export const readSettlements = (cursor: string | undefined, signal?: AbortSignal) =>
  get('/merchant/settlements', settlementList, { query: { limit: 20, cursor }, signal });

/** One statement with a page of its lines; the id `open` stands for what is not closed yet. */
export const readSettlement = (id: string, cursor: string | undefined, signal?: AbortSignal) =>
  get(pathOf(id), settlementDetail, { query: { limit: 30, cursor }, signal });

export const confirmSettlement = (id: string, body: { invoiceNo?: string }, idempotencyKey: string) =>
  write({
    method: 'POST',
    path: pathOf(id, '/confirmation'),
    body,
    schema: settlementAnswer,
    idempotencyKey,
  });

export const giveInvoice = (id: string, invoiceNo: string, idempotencyKey: string) =>
  write({
    method: 'POST',
    path: pathOf(id, '/invoice'),
    body: { invoiceNo },
    schema: settlementAnswer,
    idempotencyKey,
  });

export const disputeLine = (id: string, body: { lineId: string; reason: string }, idempotencyKey: string) =>
  write({ method: 'POST', path: pathOf(id, '/disputes'), body, schema: disputeAnswer, idempotencyKey });

export const fetchStatement = (id: string, fileName: string) =>
  fetchFile(pathOf(id, '/statement.xlsx'), { fileName });

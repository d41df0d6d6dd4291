import type * as z from 'zod/mini';
import { fetchFile, get, write } from '@/api/client';
import {
  accessRecordList,
  accountDeletion,
  dataExport,
  dataExportStatus,
  deletionStatus,
  stepUpAnswer,
  type DataExport,
} from '../../../bff/features/account/contract/privacy';

export const readAccessRecords = (query: { limit?: number; cursor?: string }, signal: AbortSignal) =>
  get('/me/access-records', accessRecordList, { query, signal });

export type StepUpAnswer = z.infer<typeof stepUpAnswer>;

export const sendStepUpCode = (): Promise<StepUpAnswer> =>
  write({ method: 'POST', path: '/me/step-ups', schema: stepUpAnswer });

export const readLatestExport = (signal: AbortSignal) =>
  get('/me/exports/latest', dataExportStatus, { signal });

export const makeExport = (body: { code: string }, idempotencyKey: string) =>
  write({ method: 'POST', path: '/me/exports', body, schema: dataExport, idempotencyKey });

export const fetchExport = ({ id, madeAt }: DataExport, format: 'json' | 'pdf'): Promise<void> =>
  fetchFile(`/me/exports/${id}/content`, {
    query: { format },
    fileName: `my-data-${madeAt.slice(0, 10)}.${format}`,
  });

export const readDeletion = (signal: AbortSignal) => get('/me/deletion', deletionStatus, { signal });

export const askDeletion = (body: { code: string }, idempotencyKey: string) =>
  write({ method: 'POST', path: '/me/deletion', body, schema: accountDeletion, idempotencyKey });

export const keepAccount = (): Promise<void> => write({ method: 'DELETE', path: '/me/deletion' });

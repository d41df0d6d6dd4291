import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '@/api/query-client';
import { startSession } from '@/api/session';
import { phone } from './phone';

const HOUR_MS = 3_600_000;

/** Logs a person in with a token that lasts the test. */
export function signIn(accessToken = 'access-token', id = 'member-1', mergedFrom?: string[]): void {
  startSession({
    accessToken,
    accessTokenExpiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
    account: { id, phoneMasked: '138****0001', ...(mergedFrom && { mergedFrom }) },
  });
}

/** Renders a page as the app does, with the parameters of its address. */
export function renderPage(page: ReactElement, params: Record<string, string> = {}): RenderResult {
  phone.params = params;
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
}

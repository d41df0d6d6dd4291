import { sendThroughTaro, uploadThroughTaro } from './taro-transport';
import type { UploadRequest, WireOutcome, WireRequest } from './wire';

/** A browser does not say why a request failed; only a missing network is certain to have sent nothing. */
const wasNeverSent = (): boolean => typeof navigator !== 'undefined' && navigator.onLine === false;

export const send = (request: WireRequest): Promise<WireOutcome> =>
  sendThroughTaro(request, { wasNeverSent });

export const upload = (request: UploadRequest): Promise<WireOutcome> =>
  uploadThroughTaro(request, { wasNeverSent });

/** Asks the server to keep the refresh token in an HttpOnly cookie. */
export const clientHeaders: Record<string, string> = { 'X-Client': 'web' };

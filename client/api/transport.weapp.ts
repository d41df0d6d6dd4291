import { sendThroughTaro, uploadThroughTaro } from './taro-transport';
import type { UploadRequest, WireOutcome, WireRequest } from './wire';

/**
 * Errors of Chromium's and of Apple's network stacks, as WeChat passes them on, that mean no connection was made: refused, no such name,
 * no network, unreachable. A network that changed is not among them: the request may have been under way.
 */
const NEVER_CONNECTED =
  /ERR_(CONNECTION_REFUSED|NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE)|errcode:-10(2|5|6|9)\b|-1009|-1003|-1004|url not in domain list/i;

const wasNeverSent = (message: string): boolean => NEVER_CONNECTED.test(message);

export const send = (request: WireRequest): Promise<WireOutcome> =>
  sendThroughTaro(request, { wasNeverSent });

export const upload = (request: UploadRequest): Promise<WireOutcome> =>
  uploadThroughTaro(request, { wasNeverSent });

/** A mini-program gets its refresh token in the body and keeps it itself. */
export const clientHeaders: Record<string, string> = {};

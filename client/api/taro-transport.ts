import Taro from '@tarojs/taro';
import type { UploadRequest, WireOutcome, WireRequest } from './wire';

interface Platform {
  /** Whether the error message proves that no connection was made. */
  wasNeverSent(message: string): boolean;
}

const messageOf = (error: unknown): string => {
  const { errMsg, message } = error as { errMsg?: string; message?: string };
  return errMsg ?? message ?? '';
};

function outcomeOfError(error: unknown, platform: Platform, aborted: boolean): WireOutcome {
  if (aborted) return { kind: 'aborted' };
  return platform.wasNeverSent(messageOf(error)) ? { kind: 'unsent' } : { kind: 'lost' };
}

/**
 * One request through Taro. The body comes back as text: phones differ in what they call JSON, and 204 has none. The deadline is also kept here,
 * because some phones ignore theirs while a body trickles in.
 */
export function sendThroughTaro(request: WireRequest, platform: Platform): Promise<WireOutcome> {
  const { method, url, headers, body, timeoutMs, signal } = request;
  return new Promise((resolve) => {
    let aborted = false;
    const task = Taro.request<string>({
      url,
      method,
      header: headers,
      ...(body === undefined ? {} : { data: body }),
      dataType: 'text',
      timeout: timeoutMs,
      credentials: 'same-origin',
    });
    const deadline = setTimeout(() => {
      resolve({ kind: 'lost' });
      task.abort?.();
    }, timeoutMs);
    const abort = () => {
      aborted = true;
      task.abort?.();
      resolve({ kind: 'aborted' });
    };
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort);
    task
      .then(
        ({ statusCode, data }) => resolve({ kind: 'answer', status: statusCode, text: asText(data) }),
        (error: unknown) => resolve(outcomeOfError(error, platform, aborted)),
      )
      .finally(() => {
        clearTimeout(deadline);
        signal?.removeEventListener('abort', abort);
      });
  });
}

const asText = (data: unknown): string =>
  typeof data === 'string' ? data : data === undefined ? '' : JSON.stringify(data);

/** Beyond the platform's own deadline, which is the one that should strike. */
const UPLOAD_GRACE_MS = 5000;

/** One file with its fields as multipart. A person may cancel nothing here: photos are small and uploads resume by retry. */
export function uploadThroughTaro(request: UploadRequest, platform: Platform): Promise<WireOutcome> {
  const { url, headers, filePath, fileField, fields, timeoutMs, onProgress } = request;
  return new Promise((resolve) => {
    const task = Taro.uploadFile({
      url,
      filePath,
      name: fileField,
      header: headers,
      formData: fields,
      timeout: timeoutMs,
    });
    // An upload whose file cannot be read never settles on the web; nobody may wait for it for ever.
    const deadline = setTimeout(() => resolve({ kind: 'lost' }), timeoutMs + UPLOAD_GRACE_MS);
    if (onProgress) task.progress?.(({ progress }) => onProgress(progress));
    task
      .then(
        ({ statusCode, data }) => resolve({ kind: 'answer', status: statusCode, text: asText(data) }),
        (error: unknown) => resolve(outcomeOfError(error, platform, false)),
      )
      .finally(() => clearTimeout(deadline));
  });
}

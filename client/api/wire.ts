/** What the client hands to a transport, and the three things that can come back. */
export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string | ArrayBuffer;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface UploadRequest {
  url: string;
  headers: Record<string, string>;
  filePath: string;
  fileField: string;
  fields: Record<string, string>;
  timeoutMs: number;
  onProgress?: (percent: number) => void;
}

export interface WireAnswer {
  kind: 'answer';
  status: number;
  text: string;
}

export type WireOutcome =
  | WireAnswer
  /** The connection was never made: nothing happened at the other end. */
  | { kind: 'unsent' }
  /** Sent, and no answer came: it may have happened. */
  | { kind: 'lost' }
  | { kind: 'aborted' };

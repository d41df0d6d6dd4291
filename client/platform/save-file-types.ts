export interface FileRequest {
  url: string;
  headers: Record<string, string>;
  fileName: string;
  timeoutMs: number;
}

/** What the server said; `text` holds a refusal, never the file. */
export type FileAnswer = { kind: 'answer'; status: number; text: string } | { kind: 'lost' };

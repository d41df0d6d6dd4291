const HEAD_END = '\r\n\r\n';

/** Tells whole requests out of what arrives on a connection. The servers under test send their bodies with a length, never chunked. */
export function createRequestReader(onRequest: (request: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0);
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const headEnd = waiting.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const head = waiting.toString('latin1', 0, headEnd);
      const end = headEnd + HEAD_END.length + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (waiting.length < end) return;
      const request = waiting.subarray(0, end);
      waiting = waiting.subarray(end);
      onRequest(request);
    }
  };
}

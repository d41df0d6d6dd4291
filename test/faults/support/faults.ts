import type { Socket } from 'node:net';

/** What a careless system says about itself; not one word of it may reach a person. */
export const UPSTREAM_TEXT = 'ORA-00942 CLAIMS_TBL 内部错误：核心状态机 E17';

/** One request that arrived whole, and what can be done with it. */
export interface Exchange {
  /** The connection it came on. */
  caller: Socket;
  random(): number;
  /** Hands the request to the system; its answer comes in pieces. */
  forward(onData: (chunk: Buffer) => void): void;
  /** Runs later, unless the caller has gone by then. */
  later(work: () => void, delayMs: number): void;
}

type Fault = (exchange: Exchange) => void;

const LATENCY_MS = 5_000;
const DRIP_EVERY_MS = { trickle: 40, slowBody: 400 };
const FLOOD_BYTES = 0x10000;
const FLOOD_CHUNK = Buffer.concat([
  Buffer.from('10000\r\n'),
  Buffer.alloc(FLOOD_BYTES, UPSTREAM_TEXT),
  Buffer.from('\r\n'),
]);

const answerOf = (status: string, mediaType: string, body: string) =>
  `HTTP/1.1 ${status}\r\nContent-Type: ${mediaType}\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;

export const pass: Fault = ({ caller, forward }) => forward((chunk) => caller.write(chunk));

/** A byte now and then, which keeps every time limit between two bytes content. */
function drip(exchange: Exchange, bytes: Buffer, everyMs: number): void {
  if (bytes.length === 0) return;
  exchange.caller.write(bytes.subarray(0, 1));
  exchange.later(() => drip(exchange, bytes.subarray(1), everyMs), everyMs);
}

function flood(caller: Socket): void {
  while (!caller.destroyed && caller.write(FLOOD_CHUNK));
}

/** Everything of RELIABILITY's list that can be done to a connection; a dead name server stands beside it. */
export const faults = {
  delay: ({ caller, forward, later }) => forward((chunk) => later(() => caller.write(chunk), LATENCY_MS)),
  trickle: (exchange) => exchange.forward((chunk) => drip(exchange, chunk, DRIP_EVERY_MS.trickle)),
  cut({ caller, forward, random }) {
    let left = 1 + Math.floor(random() * 200);
    forward((chunk) => {
      caller.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) caller.destroy();
    });
  },
  reset: ({ caller }) => void caller.resetAndDestroy(),
  /** Taken, and never a word again; the connection stays open. */
  halfOpen: () => undefined,
  malformedHttp: ({ caller }) => void caller.end(`HTTP/9.9 ${UPSTREAM_TEXT}\r\n\r\n`),
  malformedJson: ({ caller }) =>
    void caller.write(answerOf('200 OK', 'application/json', `{"items":["${UPSTREAM_TEXT}`)),
  /** The head comes at once, the body hardly at all: even a short one takes longer than anybody waits. */
  slowBody(exchange) {
    let inBody = false;
    exchange.forward((chunk) => {
      const headEnd = chunk.indexOf('\r\n\r\n') + 4;
      if (inBody || headEnd < 4) return drip(exchange, chunk, DRIP_EVERY_MS.slowBody);
      inBody = true;
      exchange.caller.write(chunk.subarray(0, headEnd));
      drip(exchange, chunk.subarray(headEnd), DRIP_EVERY_MS.slowBody);
    });
  },
  hugeBody({ caller }) {
    caller.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
    caller.on('drain', () => flood(caller));
    flood(caller);
  },
  wrongType({ caller, forward }) {
    forward((chunk) => {
      const text = chunk.toString('latin1').replace(/content-type: [^\r\n]+/i, 'Content-Type: text/html');
      caller.write(Buffer.from(text, 'latin1'));
    });
  },
  half503(exchange) {
    if (exchange.random() >= 0.5) return pass(exchange);
    exchange.caller.write(answerOf('503 Service Unavailable', 'text/html', `<h1>${UPSTREAM_TEXT}</h1>`));
  },
  /** The work is done, and whoever asked will never hear of it. */
  dropAfterCommit: ({ caller, forward }) => forward(() => caller.destroy()),
} satisfies Record<string, Fault>;

export type ConnectionFault = keyof typeof faults;
export const connectionFaults = Object.keys(faults) as ConnectionFault[];

/** `dns`: the name server is silent from before the server's start, or the last known address would bridge it. */
export type FaultName = ConnectionFault | 'dns';
export const faultNames: readonly FaultName[] = [...connectionFaults, 'dns'];

/** What shows only when the deadline has passed. */
export const stalls: ReadonlySet<FaultName> = new Set(['delay', 'trickle', 'halfOpen', 'slowBody']);

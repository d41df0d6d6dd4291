import * as z from 'zod/mini';
import { createAxiosOnUndici } from '../../http/axios-on-undici';
import { observeUpstream } from '../../http/metrics';
import { currentFrame, type UpstreamOutcome } from '../../http/request-frame';
import { TransportError } from '../../http/undici-adapter';
import { OutcomeUnknown, UpstreamAway, UpstreamContractBroken } from '../../http/upstream-errors';
import { createUpstreamGuard } from '../../http/upstream-guard';

const SYSTEM = 'wechat';
const LARGEST_ANSWER_BYTES = 256 * 1024;

export interface WechatCall<S extends z.core.$ZodType> {
  path: string;
  query: Record<string, string>;
  /** Present for a POST. */
  body?: unknown;
  answer: S;
  /** A call that does something which cannot be asked for again: what was lost on the way is "unknown", not "away". */
  isOnce?: boolean;
}

/** One HTTP exchange with WeChat, whose credentials travel in the query and whose JSON may come as text/plain. */
export interface WechatExchange {
  send<S extends z.core.$ZodType>(call: WechatCall<S>): Promise<z.output<S>>;
  close(): Promise<void>;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function outcomeOf(error: unknown): UpstreamOutcome {
  if (error instanceof UpstreamContractBroken) return 'broken';
  if (error instanceof OutcomeUnknown) return 'unknown';
  return error instanceof UpstreamAway ? 'away' : 'fault';
}

const lost = ({ isOnce }: { isOnce?: boolean }, reason: string) =>
  isOnce ? new OutcomeUnknown(SYSTEM, reason) : new UpstreamAway(SYSTEM, reason);

/**
 * What signing in asks of WeChat is harmless to lose: a code that was spent in vain is asked for again on the phone. So a
 * failed exchange is "away"; only of a call that is made once it can be "unknown". Addresses carry secrets and stay out
 * of errors and logs.
 * @throws UpstreamAway, OutcomeUnknown, UpstreamContractBroken
 */
export function createWechatExchange(options: { baseUrl: string; deadlineMs: number }): WechatExchange {
  const base = new URL(options.baseUrl);
  const { client, close } = createAxiosOnUndici({
    origin: base.origin,
    maxAnswerBytes: LARGEST_ANSWER_BYTES,
  });
  const guard = createUpstreamGuard(SYSTEM);

  async function exchange(call: WechatCall<z.core.$ZodType>): Promise<Buffer> {
    const query = new URLSearchParams(call.query).toString();
    const hasBody = call.body !== undefined;
    try {
      const { status, data } = await client.request<Buffer>({
        method: hasBody ? 'POST' : 'GET',
        url: `${base.pathname.replace(/\/$/, '')}${call.path}?${query}`,
        timeout: options.deadlineMs,
        responseType: 'arraybuffer',
        transformRequest: [],
        transformResponse: [],
        validateStatus: null,
        ...(hasBody
          ? { data: JSON.stringify(call.body), headers: { 'Content-Type': 'application/json' } }
          : {}),
      });
      if (status === 200) return data;
      throw lost(call, `status ${String(status)}`);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const reason = error.code ?? 'transport failed';
      throw error.sent ? lost(call, reason) : new UpstreamAway(SYSTEM, reason);
    }
  }

  async function parsed<S extends z.core.$ZodType>(call: WechatCall<S>): Promise<z.output<S>> {
    const result = z.safeParse(call.answer, jsonOf(await exchange(call)));
    if (result.success) return result.data;
    throw call.isOnce ? lost(call, 'not in its words') : new UpstreamContractBroken(SYSTEM, call.path);
  }

  return {
    async send(call) {
      const startedAt = performance.now();
      const note = (outcome: UpstreamOutcome) => {
        const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
        currentFrame()?.upstreams.push({ system: SYSTEM, outcome, durationMs });
        observeUpstream({ system: SYSTEM, outcome, durationMs });
      };
      try {
        const answer = await guard.run(() => parsed(call));
        note('ok');
        return answer;
      } catch (error) {
        note(outcomeOf(error));
        throw error;
      }
    },
    close,
  };
}

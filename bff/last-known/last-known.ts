import type { Pool } from 'pg';
import type { Logger } from 'pino';
import * as z from 'zod/mini';
import type { FieldCipher } from '../crypto/field-cipher';
import { toInstant } from '../http/instants';
import { UpstreamAway, UpstreamContractBroken, UpstreamRefusal } from '../http/upstream-errors';
import { createSavedAnswers, type AnswerAddress } from './saved-answers';

export interface Known<Value> {
  value: Value;
  /** When it was true at its source. */
  asOf: string;
  /** True: the system is away and this is the last answer it gave. */
  stale: boolean;
}

interface Reading<S extends z.core.$ZodType> extends AnswerAddress {
  schema: S;
  fetch: () => Promise<z.output<S>>;
  /** Where the answer carries its own time, e.g. `fetchedAt`; otherwise its `asOf`, otherwise now. */
  asOfOf?: (value: z.output<S>) => string | undefined;
}

/**
 * Reads that survive an outage: each answer is kept, encrypted, under its subject, and shown again with its age while
 * the system of record is away. Only an absent system is bridged; a refusal is an answer, and a 404 ends what was kept,
 * so that what is no longer the person's does not come back in an outage.
 */
export interface LastKnown {
  /** @throws UpstreamAway or UpstreamContractBroken when nothing is known either */
  read<S extends z.core.$ZodType>(reading: Reading<S>): Promise<Known<z.output<S>>>;
  /** What was kept, without asking anybody. */
  recall<S extends z.core.$ZodType>(
    address: AnswerAddress,
    schema: S,
  ): Promise<Known<z.output<S>> | undefined>;
  /** Keeps an answer that came with a write, e.g. a fresh report. */
  keep(address: AnswerAddress, value: unknown, asOf: string): void;
  forget(address: AnswerAddress): Promise<void>;
  /** Everything of one subject, for a deletion or a merge. */
  forgetSubject(subject: string): Promise<void>;
  /** Deletes what nobody has looked at for a quarter. */
  discardOld(): Promise<void>;
  /** Waits for what is still being written. */
  stop(): Promise<void>;
}

export function isAway(error: unknown): boolean {
  return error instanceof UpstreamAway || error instanceof UpstreamContractBroken;
}

const withAsOf = z.object({ asOf: z.string() });

function ownAsOf(value: unknown): string {
  const parsed = z.safeParse(withAsOf, value);
  return parsed.success ? parsed.data.asOf : toInstant(new Date());
}

export function createLastKnown(deps: { pool: Pool; cipher: FieldCipher; log: Logger }): LastKnown {
  const saved = createSavedAnswers(deps);

  async function recall<S extends z.core.$ZodType>(address: AnswerAddress, schema: S) {
    const answer = await saved.find(address);
    // An answer kept by an older version may no longer fit; then nothing is known.
    const parsed = answer && z.safeParse(schema, answer.value);
    return parsed?.success ? { value: parsed.data, asOf: answer?.asOf ?? '', stale: true } : undefined;
  }

  return {
    async read({ schema, fetch, asOfOf, ...address }) {
      try {
        const value = await fetch();
        const asOf = asOfOf?.(value) ?? ownAsOf(value);
        saved.keep(address, value, asOf);
        return { value, asOf, stale: false };
      } catch (error) {
        if (error instanceof UpstreamRefusal && error.status === 404) await saved.forget(address);
        const known = isAway(error) ? await recall(address, schema) : undefined;
        if (!known) throw error;
        return known;
      }
    },
    recall,
    keep: (address, value, asOf) => saved.keep(address, value, asOf),
    forget: (address) => saved.forget(address),
    forgetSubject: (subject) => saved.forgetSubject(subject),
    discardOld: () => saved.discardOld(),
    stop: () => saved.settled(),
  };
}

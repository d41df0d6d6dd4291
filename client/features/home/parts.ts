import type { Home } from '../../../bff/features/home/contract';

type Part<V> = { value: V; asOf: string; stale?: boolean } | { value: null; unavailable: true };

/** A part of the page: what is known, and how old it is when it is not fresh. */
export interface ShownPart<V> {
  value: V | undefined;
  /** Set when the value is the last known one. */
  knownSince: string | undefined;
  unavailable: boolean;
}

export function shownPart<V>(part: Part<V> | undefined): ShownPart<V> {
  if (part === undefined) return { value: undefined, knownSince: undefined, unavailable: false };
  if ('unavailable' in part) return { value: undefined, knownSince: undefined, unavailable: true };
  return { value: part.value, knownSince: part.stale ? part.asOf : undefined, unavailable: false };
}

export interface HomeParts {
  openClaims: ShownPart<NonNullable<Home['openClaims']['value']>>;
  nextDue: ShownPart<NonNullable<Home['nextDue']['value']>>;
  gifts: ShownPart<NonNullable<Home['gifts']['value']>>;
  vouchers: ShownPart<NonNullable<Home['vouchers']['value']>>;
  cover: ShownPart<NonNullable<Home['cover']['value']>>;
}

export function partsOf(home: Home | undefined): HomeParts {
  return {
    openClaims: shownPart(home?.openClaims),
    nextDue: shownPart(home?.nextDue),
    gifts: shownPart(home?.gifts),
    vouchers: shownPart(home?.vouchers),
    cover: shownPart(home?.cover),
  };
}

import type { Aria } from './aria-types';

/** A phone has no keys to press; its screen reader taps. */
export const pressKeys = (_role: Aria['role'], _press: (() => void) | undefined): object => ({});

import { dropAllKept, dropUnreadableKept, readKept, writeKept } from '@/platform/kept-answers';

const DAY_MS = 86_400_000;
const now = Date.parse('2026-11-22T14:05:00+08:00');
const long = (characters: number) => 'x'.repeat(characters);

/** All the characters this phone's storage holds. */
const usedCharacters = (): number =>
  Object.values(localStorage as Record<string, string>).reduce((sum, text) => sum + text.length, 0);

afterEach(() => Object.assign(globalThis, { CONTRACTS_ID: 'contracts-of-the-test' }));

describe('last known answers on the phone', () => {
  it('come back with their age', () => {
    expect(writeKept('a1', 'home', { data: { greeting: '您好' }, at: now })).toBe(true);
    expect(readKept('a1', 'home', now + 1000)).toEqual({ data: { greeting: '您好' }, at: now });
  });

  it('belong to one account', () => {
    writeKept('a1', 'home', { data: 1, at: now });
    expect(readKept('a2', 'home', now)).toBeUndefined();
    dropUnreadableKept('a2', now);
    expect(readKept('a1', 'home', now)).toBeUndefined();
    expect(usedCharacters()).toBe(0);
  });

  it('of another edition of the contracts are not read, and go at the next launch', () => {
    writeKept('a1', 'home', { data: 1, at: now });
    Object.assign(globalThis, { CONTRACTS_ID: 'a-later-edition' });
    expect(readKept('a1', 'home', now)).toBeUndefined();
    dropUnreadableKept('a1', now);
    expect(usedCharacters()).toBe(0);
  });

  it.each([
    ['a month old', now + 31 * DAY_MS],
    ['from the future of a clock that was put back', now - 1],
  ])('are not shown when they are %s', (_name, then) => {
    writeKept('a1', 'home', { data: 1, at: now });
    expect(readKept('a1', 'home', then)).toBeUndefined();
  });

  it('leave at a launch when they are too old, and only those', () => {
    writeKept('a1', 'old', { data: 1, at: now - 31 * DAY_MS });
    writeKept('a1', 'new', { data: 2, at: now });
    dropUnreadableKept('a1', now);
    expect(Object.keys(localStorage).filter((key) => key.includes('old'))).toEqual([]);
    expect(readKept('a1', 'new', now)?.data).toBe(2);
  });

  it('too long ones are not kept, and do not leave an older one behind', () => {
    writeKept('a1', 'entries', { data: 'short', at: now });
    expect(writeKept('a1', 'entries', { data: long(100_001), at: now })).toBe(false);
    expect(readKept('a1', 'entries', now)).toBeUndefined();
  });

  it('the oldest make room, and all of it stays far below what WeChat allows', () => {
    for (let index = 0; index < 40; index += 1) {
      writeKept('a1', `case-${String(index)}`, { data: long(50_000), at: now });
    }
    expect(readKept('a1', 'case-0', now)).toBeUndefined();
    expect(readKept('a1', 'case-39', now)?.data).toHaveLength(50_000);
    expect(usedCharacters()).toBeLessThan(1_000_000);
    for (let index = 0; index < 100; index += 1) {
      writeKept('a1', `small-${String(index)}`, { data: index, at: now });
    }
    expect(Object.keys(localStorage).filter((key) => key.includes('kept:')).length).toBeLessThanOrEqual(80);
  });

  it('a store that is full keeps nothing and breaks nothing', () => {
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    expect(writeKept('a1', 'home', { data: 1, at: now })).toBe(false);
    full.mockRestore();
    expect(readKept('a1', 'home', now)).toBeUndefined();
  });

  it('go altogether with the session', () => {
    writeKept('a1', 'home', { data: 1, at: now });
    dropAllKept();
    expect(usedCharacters()).toBe(0);
  });
});

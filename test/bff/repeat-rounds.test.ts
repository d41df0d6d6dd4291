import { repeatRounds, type Rounds } from '../../bff/repeat-rounds';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A round that ends when it is told to. */
function roundsUnderControl(options: { everyMs: number; longestPauseMs?: number }) {
  const running: { end: () => void; fail: (error: Error) => void }[] = [];
  const errors: unknown[] = [];
  let begun = 0;
  const rounds: Rounds = repeatRounds({
    ...options,
    round: () =>
      new Promise<void>((resolve, reject) => {
        begun += 1;
        running.push({ end: resolve, fail: reject });
      }),
    onError: (error) => errors.push(error),
  });
  const next = () => {
    const one = running.shift();
    if (!one) throw new Error('no round is running');
    return one;
  };
  return { rounds, errors, next, begun: () => begun };
}

const passes = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('a round begins a pause after the last one has ended, and two never overlap', async () => {
  const { rounds, next, begun } = roundsUnderControl({ everyMs: 1000 });
  rounds.start();
  await passes(999);
  expect(begun()).toBe(0);
  await passes(1);
  expect(begun()).toBe(1);
  await passes(60_000);
  expect(begun()).toBe(1);
  next().end();
  await passes(999);
  expect(begun()).toBe(1);
  await passes(1);
  expect(begun()).toBe(2);
});

test('started twice, there is one round at a time', async () => {
  const { rounds, begun } = roundsUnderControl({ everyMs: 1000 });
  rounds.start();
  rounds.start();
  await passes(5000);
  expect(begun()).toBe(1);
});

test('a round that fails is told and ends nothing; the pause doubles up to the longest, and is short again after one that succeeds', async () => {
  const { rounds, errors, next, begun } = roundsUnderControl({ everyMs: 1000, longestPauseMs: 3000 });
  rounds.start();
  let pauseMs = 1000;
  for (const [index, following] of [2000, 3000, 3000].entries()) {
    await passes(pauseMs - 1);
    expect(begun()).toBe(index);
    await passes(1);
    expect(begun()).toBe(index + 1);
    next().fail(new Error(`round ${String(index)}`));
    pauseMs = following;
  }
  await passes(pauseMs);
  next().end();
  await passes(1000);
  expect(begun()).toBe(5);
  expect(errors).toEqual([0, 1, 2].map((index) => new Error(`round ${String(index)}`)));
});

test('a pause that is long already grows no further', async () => {
  const { rounds, next, begun } = roundsUnderControl({ everyMs: 60_000 });
  rounds.start();
  await passes(60_000);
  next().fail(new Error('away'));
  await passes(60_000);
  expect(begun()).toBe(2);
});

test('stopping waits for the round that is running, and none follows', async () => {
  const { rounds, next, begun } = roundsUnderControl({ everyMs: 1000 });
  rounds.start();
  await passes(1000);
  let hasStopped = false;
  const stopped = rounds.stop().then(() => (hasStopped = true));
  await passes(10_000);
  expect(hasStopped).toBe(false);
  next().end();
  await stopped;
  await passes(10_000);
  expect(begun()).toBe(1);
});

test('stopping ends the pause', async () => {
  const { rounds, begun } = roundsUnderControl({ everyMs: 1000 });
  rounds.start();
  await passes(999);
  await rounds.stop();
  await passes(10_000);
  expect([begun(), jest.getTimerCount()]).toEqual([0, 0]);
});

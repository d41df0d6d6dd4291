import { createPictureQueue } from '../../../bff/photos/picture-queue';

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<undefined>((resolve) => (open = () => resolve(undefined)));
  return { open, opened };
}

describe('the queue of pictures', () => {
  test('runs as many at a time as it may, in order, and tells the rest to come back', async () => {
    const queue = createPictureQueue({ atOnce: 2, waiting: 1 });
    const started: number[] = [];
    const gates = [gate(), gate(), gate()];
    const startOf = [gate(), gate(), gate()];
    const work = gates.map(({ opened }, index) =>
      queue.run(async () => {
        started.push(index);
        startOf[index]?.open();
        await opened;
        return index;
      }),
    );
    await expect(queue.run(async () => 'too many')).rejects.toMatchObject({
      status: 503,
      code: 'PHOTOS_BUSY',
      extras: { retryAfterSeconds: 3 },
    });
    expect(started).toEqual([0, 1]);
    gates[0]?.open();
    await startOf[2]?.opened;
    expect(started).toEqual([0, 1, 2]);
    gates.forEach(({ open }) => open());
    await expect(Promise.all(work)).resolves.toEqual([0, 1, 2]);
  });

  test('a picture that fails frees its place', async () => {
    const queue = createPictureQueue({ atOnce: 1, waiting: 1 });
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(queue.run(async () => 'next')).resolves.toBe('next');
  });
});

import type { Express } from 'express';
import type { Pool } from 'pg';

export interface Readiness {
  isReady(): Promise<boolean>;
  beginStopping(): void;
}

/** One look at the database serves all probes of this long. */
const REMEMBERED_MS = 1_000;
const LONGEST_LOOK_MS = 1_500;

/** Ready means: the database answers, and the end of the process has not been announced. */
export function createReadiness(pool: Pool): Readiness {
  let stopping = false;
  let lastLook: { atMs: number; answer: Promise<boolean> } | undefined;

  async function look(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), LONGEST_LOOK_MS);
    });
    const answered = pool.query('select 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
  }

  return {
    async isReady() {
      if (stopping) return false;
      const now = Date.now();
      if (!lastLook || now - lastLook.atMs > REMEMBERED_MS) lastLook = { atMs: now, answer: look() };
      return (await lastLook.answer) && !stopping;
    },
    beginStopping: () => (stopping = true),
  };
}

/** `/health/live`: the process answers. `/health/ready`: it should be sent work. */
export function mountHealth(app: Express, readiness: Readiness): void {
  app.get('/health/live', (_request, response) => {
    response.locals.route = '/health/live';
    response.json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    response.locals.route = '/health/ready';
    const ready = await readiness.isReady();
    if (!ready) response.setHeader('Retry-After', '2');
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'notReady' });
  });
}

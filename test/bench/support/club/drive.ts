import { Pool } from 'undici';

export interface Job {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** Closed loop over jobs made beforehand; latencies in milliseconds. @throws Error at the first answer that is no success */
export async function driveJobs(
  url: string,
  jobs: readonly Job[],
  concurrency: number,
): Promise<{ latencies: number[]; seconds: number }> {
  const pool = new Pool(url, { connections: concurrency, pipelining: 1 });
  const latencies: number[] = [];
  let next = 0;
  const slot = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      const startedAt = performance.now();
      const { statusCode, body } = await pool.request({ ...job, body: job.body ?? null });
      const text = await body.text();
      if (statusCode >= 300)
        throw new Error(`${job.path} answered ${String(statusCode)}: ${text.slice(0, 300)}`);
      latencies.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  try {
    await Promise.all(Array.from({ length: concurrency }, slot));
  } finally {
    await pool.close();
  }
  return { latencies, seconds: (performance.now() - startedAt) / 1000 };
}

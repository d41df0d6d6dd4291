import { Pool } from 'undici';

export interface Load {
  /** Called once a slot is free; one unit of work is what one call waits for. */
  paths: string[];
  headers: Record<string, string>;
  units: number;
  /** Units under way at the same time. */
  concurrency: number;
}

/** Closed loop: each slot asks anew when its unit is answered. Latencies in milliseconds, one a unit. */
export async function drive(url: string, load: Load): Promise<number[]> {
  const pool = new Pool(url, { connections: load.concurrency * load.paths.length, pipelining: 1 });
  const latencies: number[] = [];
  let left = load.units;
  const ask = async (path: string) => {
    const { statusCode, body } = await pool.request({ path, method: 'GET', headers: load.headers });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${path} answered ${String(statusCode)}: ${text.slice(0, 300)}`);
  };
  const slot = async () => {
    while (left > 0) {
      left -= 1;
      const startedAt = performance.now();
      await Promise.all(load.paths.map(ask));
      latencies.push(performance.now() - startedAt);
    }
  };
  try {
    await Promise.all(Array.from({ length: load.concurrency }, slot));
  } finally {
    await pool.close();
  }
  return latencies;
}

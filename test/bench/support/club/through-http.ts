import type { MeasuredProcess } from '../../proxy/measured-process';
import { driveJobs, type Job } from './drive';
import { CONCURRENCY, type Measured } from './way';

/** Jobs are made before the clock starts: their tokens and bodies are the phones' work. */
export async function throughHttp(
  url: string,
  jobs: Job[],
  processes: readonly MeasuredProcess[],
): Promise<Measured> {
  const cpu = async () =>
    (await Promise.all(processes.map((process) => process.cpuMicroseconds()))).reduce((a, b) => a + b, 0);
  const before = await cpu();
  const { latencies, seconds } = await driveJobs(url, jobs, CONCURRENCY);
  return {
    perSecond: jobs.length / seconds,
    latencies,
    cpuMs: ((await cpu()) - before) / 1000 / jobs.length,
  };
}

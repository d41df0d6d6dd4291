import { rm } from 'node:fs/promises';
import { serverOfThisRun } from './database-server';

export default async function endServer(): Promise<void> {
  const run = serverOfThisRun();
  if (!run) return;
  await run.server.stop();
  await rm(run.dataDir, { recursive: true, force: true });
}

import { rm } from 'node:fs/promises';
import { takeServerOfThisRun } from './database-server';

export default async function endServer(): Promise<void> {
  const run = takeServerOfThisRun();
  if (!run) return;
  await run.server.stop();
  await rm(run.folder, { recursive: true, force: true, maxRetries: 3 });
}

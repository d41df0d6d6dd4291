import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const onLinux = process.platform === 'linux';

function commandLineOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}

/** A zombie that nobody collects answers signals like a living process; its command line is empty. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !onLinux || commandLineOf(pid) !== '';
}

/** Process ids are used again, after a restart of a container almost surely: so look at what the process is. */
export function isPostgres(pid: number): boolean {
  return isAlive(pid) && (!onLinux || (commandLineOf(pid)?.includes('postgres') ?? false));
}

/** True when it can be shown that no process works inside `folder`; backends of a killed postmaster do for a moment. */
export function isDeserted(folder: string): boolean {
  if (!onLinux) return false;
  return readdirSync('/proc').every((name) => {
    if (!/^\d+$/.test(name)) return true;
    try {
      return readlinkSync(`/proc/${name}/cwd`) !== folder;
    } catch {
      return true;
    }
  });
}

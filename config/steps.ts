import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(__dirname, '..');

export interface Step {
  name: string;
  /** The command, or a function of our own that throws when the step fails. */
  run: string[] | (() => void | Promise<void>);
  env?: Record<string, string>;
}

function runCommand(command: string[], env: Record<string, string>): Promise<void> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command.join(' ')} ended with ${signal ?? String(code)}`));
    });
  });
}

/** The path of a program that a dependency brings along. */
export function bin(name: string): string {
  return path.join(root, 'node_modules', '.bin', name);
}

/** Runs the steps one after the other, says how long each took, and stops at the first that fails. */
export async function runSteps(title: string, steps: Step[]): Promise<void> {
  const lines: string[] = [];
  for (const step of steps) {
    const startedAt = Date.now();
    console.log(`\n── ${title}: ${step.name}`);
    try {
      if (Array.isArray(step.run)) await runCommand(step.run, step.env ?? {});
      else await step.run();
    } catch (error) {
      console.error(
        `\n${title}: ${step.name} failed. ${error instanceof Error ? error.message : String(error)}`,
      );
      process.exitCode = 1;
      return;
    }
    lines.push(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  ${step.name}`);
  }
  console.log(`\n${title}: all ${String(steps.length)} steps passed\n${lines.join('\n')}`);
}

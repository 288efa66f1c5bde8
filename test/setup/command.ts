import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../config/root';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A `tonghop` process, from outside: the environment has only what is given. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [path.join(projectRoot, 'jobs/tonghop.mjs'), ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
export async function tonghop(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = start(args, env);
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status: status ?? -1, out, err };
}

/** Waits until something is so; how long that takes is up to the test's own limit. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    // Not at once: what is waited for needs the processor.
    await pause(20);
  }
}

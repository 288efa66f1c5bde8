import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Worker processes on the warehouse of a home. */
export class Workers {
  private constructor(private readonly children: readonly ChildProcess[]) {}

  static async start(count: number, home: string, concurrency = 1): Promise<Workers> {
    const children = Array.from({ length: count }, () =>
      fork(path.join(__dirname, 'load-worker.js'), [`${concurrency}`], { env: { ...process.env, TONGHOP_HOME: home } }),
    );
    await Promise.all(children.map((child) => once(child, 'message')));
    return new Workers(children);
  }

  /** The most memory that one of them took, in MB, and the processor time of all, in seconds. */
  async stop(): Promise<{ memory: number; cpu: number }> {
    const taken = await Promise.all(
      this.children.map(async (child) => {
        const ended = once(child, 'exit');
        child.send('stop');
        const [most] = await once(child, 'message');
        await ended;
        return most as { memory: number; cpu: number };
      }),
    );
    return {
      memory: Math.max(...taken.map(({ memory }) => memory)),
      cpu: taken.reduce((sum, { cpu }) => sum + cpu, 0),
    };
  }

  async kill(): Promise<void> {
    await Promise.all(
      this.children.map(async (child) => {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }),
    );
  }
}

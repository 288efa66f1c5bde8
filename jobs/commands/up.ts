import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../../config/settings';
import type { Context } from '../context';
import { makeHome } from '../home';
import { startInbox } from '../inbox';
import { startSchedules } from '../schedules';
import { withSystem } from '../system';
import { startWeb } from '../web';

/** The whole system, until it is told to stop. */
export async function up(settings: Settings): Promise<number> {
  makeHome(settings.home);
  await withSystem(settings, async (context) => {
    await running(settings, context, async (url) => {
      process.stderr.write(
        `tonghop is up: ${url} (drop files into ${path.join(settings.home, 'inbox')}; Ctrl-C stops)\n`,
      );
      const stopped = new AbortController();
      void endWithoutWarehouse(context, stopped.signal);
      await untilStopped();
      stopped.abort();
    });
  });
  return 0;
}

/** Schedules, inbox and page, for as long as the work takes. */
export async function running(
  settings: Settings,
  context: Context,
  work: (url: string) => Promise<void>,
): Promise<void> {
  // The page first: a port that is taken is known before anything is at work.
  const web = await startWeb(context, settings.port);
  try {
    await startSchedules(context);
    const stopInbox = await startInbox(settings, context);
    try {
      await work(web.url);
    } finally {
      await stopInbox();
    }
  } finally {
    await web.close();
  }
}

/** How often the warehouse is asked for a sign of life, and how many in a row it may fail to give. */
const pulse = { everyMs: 5000, misses: 6 };

/**
 * Ends the process once the warehouse has been away for half a minute: whoever watches over it starts it again, which also
 * starts an embedded PostgreSQL; nothing is lost, for every job may be taken up anew.
 */
async function endWithoutWarehouse({ warehouse: { pool }, log }: Context, stopped: AbortSignal): Promise<void> {
  // No timer of it keeps a process alive that is done.
  const wait = () => pause(pulse.everyMs, 'no answer', { ref: false });
  for (let missed = 0; missed < pulse.misses; ) {
    await wait();
    if (stopped.aborted) return;
    const answer = await Promise.race([pool.query('select 1').then(() => null, String), wait()]);
    missed = answer === null ? 0 : missed + 1;
    if (answer !== null) log.error({ missed, answer }, 'the warehouse does not answer');
  }
  if (stopped.aborted) return;
  process.stderr.write(
    'tonghop: PostgreSQL has not answered for half a minute; start `tonghop up` again once it does\n',
  );
  process.exit(1);
}

export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    // The timer keeps the process alive whatever else lets go.
    const alive = setInterval(() => {}, 2 ** 30);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
    }
  });
}

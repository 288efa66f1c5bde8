import path from 'node:path';
import type { Settings } from '../../config/settings';
import type { Context } from '../context';
import { startInbox } from '../inbox';
import { startSchedules } from '../schedules';
import { withSystem } from '../system';
import { startWeb } from '../web';

/** The whole system, until it is told to stop. */
export async function up(settings: Settings): Promise<number> {
  await withSystem(settings, async (context) => {
    await running(settings, context, async (url) => {
      process.stderr.write(
        `tonghop is up: ${url} (drop files into ${path.join(settings.home, 'inbox')}; Ctrl-C stops)\n`,
      );
      await untilStopped();
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

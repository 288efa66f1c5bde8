import path from 'node:path';
import { inboxEvery } from '../config/schedules';
import type { Settings } from '../config/settings';
import { largestRead } from '../config/thresholds';
import { oneLine } from '../schemas/text';
import { openFindings } from '../sinks/warehouse/findings';
import { fileOnDisk } from '../sources/disk';
import { type Verdict, watchInbox } from '../sources/inbox';
import { handInAll } from './commands/submit';
import type { Context } from './context';

/** The watched folder: a file dropped there is handed in, and comes to rest with a text beside it on what happened. */
export async function startInbox(settings: Settings, context: Context): Promise<() => Promise<void>> {
  const take = async (name: string, file: string): Promise<Verdict> => {
    const bytes = await fileOnDisk(file);
    if (bytes.size > largestRead)
      return { accepted: false, text: `${oneLine(name)}: tệp quá lớn (hơn ${largestRead / 1024 / 1024} MB)\n` };
    const results = await handInAll(context, [{ name, bytes }], 'inbox', {});
    const texts: string[] = [];
    for (const result of results) {
      texts.push(result.text);
      const findings =
        result.submission === null
          ? []
          : await openFindings(context.warehouse.pool, { province: null, period: null, submission: result.submission });
      for (const finding of findings) texts.push(`- ${oneLine(finding.message)}`);
    }
    return { accepted: results.some((result) => !result.refused), text: `${texts.join('\n')}\n` };
  };
  return watchInbox(path.join(settings.home, 'inbox'), inboxEvery, take, (name, error) =>
    context.log.error({ error: String(error) }, `inbox: ${oneLine(name)} could not be taken in and stays where it is`),
  );
}

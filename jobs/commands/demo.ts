import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/root';
import type { Settings } from '../../config/settings';
import { Period } from '../../schemas/period';
import { areasText, tableText } from '../../sinks/exports/table-text';
import type { Context } from '../context';
import { withSystem } from '../system';
import { drawTable } from '../tables';
import { CommandError } from './error';
import { takeInPlan } from './plan';
import { handInAll } from './submit';
import { running, untilStopped } from './up';

/** The demonstration: the whole system in a home and a schema of its own, with the sample reports and two real ones. */
export async function demo(options: { readonly once?: boolean }, real: Settings): Promise<number> {
  const settings: Settings = { ...real, home: path.join(real.home, 'demo'), schema: `${real.schema}_demo` };
  await withSystem(settings, async (context) => {
    await loadSample(context);
    await running(settings, context, async (url) => {
      process.stdout.write(await table(context));
      const where = `TONGHOP_HOME=${path.relative(process.cwd(), settings.home) || '.'} TONGHOP_SCHEMA=${settings.schema} npx tonghop`;
      process.stdout.write(
        `\nThe same as a page: ${url}\nOn the command line: ${where} table --period 2020 --area provinces\n`,
      );
      process.stdout.write(`                     ${where} trace htx.charter_capital --period 2021-H1 --area 24\n`);
      if (!options.once) {
        process.stdout.write('It stays up until Ctrl-C.\n');
        await untilStopped();
      }
    });
  });
  return 0;
}

async function loadSample(context: Context): Promise<void> {
  const sample = path.join(projectRoot, 'config/sample');
  const folders = [path.join(sample, '2019'), path.join(sample, '2020'), path.join(projectRoot, 'config/reports')];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name)),
  );
  const results = await handInAll(
    context,
    files.map((name) => ({ name, bytes: readFileSync(name) })),
    'cli',
    {},
  );
  const refused = results.find((result) => result.refused);
  if (refused) throw new CommandError(`a sample report was refused: ${refused.text}`);
  const plan = 'plan-2020.csv';
  await takeInPlan(context.warehouse, { name: plan, bytes: readFileSync(path.join(sample, plan)) }, context.now());
}

async function table(context: Context): Promise<string> {
  const asked = { period: Period.parse('2020-Q4'), map: '63' as const, knownAt: null };
  const nation = await drawTable(context.warehouse, asked, 'VN', context.now());
  const regions = await drawTable(context.warehouse, asked, 'regions', context.now());
  return `${tableText(nation)}\n${areasText(regions, 'htx.count')}`;
}

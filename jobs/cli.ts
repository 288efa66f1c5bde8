import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CatalogueError } from '../config/catalogue';
import { projectRoot } from '../config/root';
import { debugging, readSettings, SettingError, type Settings } from '../config/settings';
import { tracedColumns } from '../schemas/table';
import { CommandError } from './commands/error';

/** The command line. Commands are loaded when they are called, so that `--help` is quick. */
function program(settings: () => Settings, done: (status: number) => void): Command {
  const command = new Command('tonghop')
    .description("Makes the national table of the collective economy out of the provincial alliances' reports")
    .version(version())
    .exitOverride()
    // `mail` and the commands below it each have a --period of their own.
    .enablePositionalOptions()
    .showHelpAfterError('(see --help)')
    .configureHelp({ showGlobalOptions: true });
  const period = new Option('--period <period>', 'such as 2021-Q2, 2021-H1, 2021-9M, 2021, 2013..2018');
  const province = new Option('--province <province>', 'GSO code or name');
  const basis = new Option(
    '--basis <map>',
    'map of provinces; unset: the one in force on the last day of the period',
  ).choices(['63', '34']);
  const asOf = new Option('--as-of <time>', 'as it was known then (2021-07-01, 2021-07-01T08:00+07:00)');

  command
    .command('up')
    .description('the whole system: workers, schedules, the watched folder inbox/ in the home, the web page')
    .action(async () => done(await (await import('./commands/up.js')).up(settings())));
  command
    .command('submit')
    .description('hands files in (CSV, JSON, XLSX) and waits; one line for each submission')
    .argument('<files...>')
    .addOption(province)
    .addOption(period)
    .option('--encoding <encoding>', 'the encoding, where it cannot be told from the file')
    .option('--dry-run', 'reads and understands, loads nothing')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action(async (files, options) =>
      done(await (await import('./commands/submit.js')).submit(files, options, settings())),
    );
  command
    .command('read')
    .description('what the reader sees before any meaning; csv is the first table as plain UTF-8 CSV, nothing else')
    .argument('<file>')
    .option('--encoding <encoding>', 'the encoding, where it cannot be told from the file')
    .addOption(new Option('--format <format>').choices(['text', 'csv', 'json']).default('text'))
    .action(async (file, options) => done(await (await import('./commands/read.js')).read(file, options)));
  command
    .command('status')
    .description('who has reported, who has not, what ran last night')
    .addOption(period)
    .action(async (options) => done(await (await import('./commands/status.js')).status(options, settings())));
  command
    .command('plan')
    .description('takes in the plan: CSV or XLSX with the columns period,area,code,sector,unit,plan')
    .argument('<file>')
    .action(async (file) => done(await (await import('./commands/plan.js')).plan(file, settings())));
  command
    .command('table')
    .description('the consolidated table')
    .addOption(required(period))
    .option('--area <area>', 'VN, regions, provinces, all, a region (8:TB) or a province', 'VN')
    .addOption(basis)
    .addOption(asOf)
    .addOption(new Option('--edition <edition>', 'as it was published').argParser(positive).conflicts('asOf'))
    .addOption(
      new Option('--format <format>')
        .choices(['text', 'csv', 'sdmx-csv', 'json', 'xlsx', 'pdf', 'html'])
        .default('text'),
    )
    .option('--out <file>', 'writes it there instead; unset, xlsx and pdf on a terminal get a file in this folder')
    .action(async (options) => done(await (await import('./commands/table.js')).table(options, settings())));
  command
    .command('findings')
    .description('what is doubtful, where, why, and what would mend it')
    .addOption(province)
    .addOption(period)
    .option('--submission <id>', 'of that one, standing or not')
    .addOption(new Option('--format <format>').choices(['text', 'csv', 'json', 'html']).default('text'))
    .addOption(
      new Option('--annotate', "gives the report's own file back with its doubtful cells marked").conflicts('format'),
    )
    .addOption(
      new Option('--order <order>', 'effect: the largest expected effect on the national figures first')
        .choices(['place', 'effect'])
        .default('place'),
    )
    .option('--out <file>', 'writes it there instead')
    .action(async (options) => done(await (await import('./commands/findings.js')).findings(options, settings())));
  command
    .command('resolve')
    .description("a person's decision about a finding")
    .argument('<finding>', 'such as 12-1-3, as findings names it')
    .addArgument(new Argument('<decision>').choices(['keep', 'correct', 'reject', 'undo']))
    .option('--value <value>', 'what it is instead: a plain number, or one with its unit; unset: what was proposed')
    .option(
      '--unit <unit>',
      'the unit of a plain number (unset: of what was proposed, else of the cell); without --value: what the numbers that stand there are in',
    )
    .option(
      '--cell <place>',
      'decides about one cell only, where the finding speaks of several: "row 8, column 4", or D8',
    )
    .addOption(required(new Option('--by <who>', 'who decides')))
    .addOption(required(new Option('--why <text>', 'the reason')))
    .action(async (finding, decision, options) =>
      done(await (await import('./commands/resolve.js')).resolve(finding, decision, options, settings())),
    );
  command
    .command('judge')
    .description(
      'judges what was reported again by the rules as they are now (and profile.csv in the home), without reading it again',
    )
    .addOption(period)
    .addOption(province)
    .option('--dry-run', 'says what would change, changes nothing')
    .action(async (options) => done(await (await import('./commands/judge.js')).judge(options, settings())));
  command
    .command('trace')
    .description('a figure back to the files and cells that it came from')
    .argument('<code>', 'such as htx.charter_capital', indicatorCode)
    .addOption(required(period))
    .option('--sector <sector>', 'code or name', 'all')
    .option('--area <area>', 'VN, a region (8:TB) or a province', 'VN')
    .addOption(new Option('--column <column>').choices(tracedColumns).default('actual'))
    .addOption(basis)
    .addOption(asOf)
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action(async (code, options) =>
      done(await (await import('./commands/trace.js')).trace(code, options, settings())),
    );
  command
    .command('rollup')
    .description('what the nightly job does, now')
    .addOption(period)
    .action(async (options) => done(await (await import('./commands/rollup.js')).rollup(options, settings())));
  command
    .command('withdraw')
    .argument('<submission>', 'such as 12-1, as submit and status name it')
    .description('takes a submission back; what it had replaced stands again')
    .addOption(required(new Option('--by <who>', 'who takes it back')))
    .addOption(required(new Option('--why <text>', 'the reason')))
    .action(async (submission, options) =>
      done(await (await import('./commands/withdraw.js')).withdraw(submission, options, settings())),
    );
  const mails = command
    .command('mail')
    .description('sends the letters to provinces that are due for a period, a line for each')
    .enablePositionalOptions()
    .addOption(period)
    .addOption(province)
    .option('--dry-run', 'says what would be sent, sends nothing')
    .action(async (options) => done(await (await import('./commands/mail.js')).mail(options, settings())));
  mails
    .command('list')
    .description('the mails, each with what became of it')
    .addOption(period)
    .addOption(province)
    .option('--failed', 'only those that were given up')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action(async (options) => done(await (await import('./commands/mails.js')).list(options, settings())));
  mails
    .command('show')
    .description('one mail as it goes out')
    .argument('<mail>', 'its number', positive)
    .addOption(new Option('--format <format>').choices(['text', 'html', 'eml']).default('text'))
    .action(async (mail, options) => done(await (await import('./commands/mails.js')).show(mail, options, settings())));
  mails
    .command('retry')
    .description('lets mails that were given up be sent again')
    .argument('[mail]', 'its number; unset: all of them', positive)
    .action(async (mail) => done(await (await import('./commands/mails.js')).retry(mail ?? null, settings())));
  mails
    .command('card')
    .description("a province's quarterly report card as it would be written now; sends nothing")
    .addOption(required(province))
    .addOption(required(period))
    .addOption(new Option('--format <format>').choices(['text', 'html']).default('text'))
    .action(async (options) => done(await (await import('./commands/mails.js')).card(options, settings())));
  mails
    .command('effect')
    .description(
      'whether letters help, as CSV: points sent, mended, time to mend, repeated; clean reports at first and last',
    )
    .addOption(period)
    .option('--out <file>', 'writes it there instead')
    .action(async (options) => done(await (await import('./commands/mails.js')).effect(options, settings())));
  const periods = command.command('period').description('the life of a period: open, closed, published');
  const code = ['<period>', 'such as 2021-Q2, 2021-H1'] as const;
  const periodCommands = () => import('./commands/period.js');
  periods
    .command('list')
    .description('how far each period has come')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action(async (options) => done(await (await periodCommands()).list(options, settings())));
  periods
    .command('open')
    .argument(...code)
    .description('opens it for reports')
    .option('--due <date>', 'by when they are due; unset: 15 days after its end')
    .action(async (period, options) => done(await (await periodCommands()).open(period, options, settings())));
  periods
    .command('close')
    .argument(...code)
    .description('closes it: what comes later waits for the next edition')
    .action(async (period) => done(await (await periodCommands()).close(period, settings())));
  periods
    .command('publish')
    .argument(...code)
    .description('writes an edition, which never changes')
    .addOption(required(new Option('--by <who>', 'who publishes it')))
    .option('--override <why>', 'publishes in spite of errors that nobody decided about')
    .action(async (period, options) => done(await (await periodCommands()).publish(period, options, settings())));
  command
    .command('compare')
    .description('what changed between two editions of a period, figure by figure, by cause')
    .argument('<edition>', 'the earlier one', positive)
    .argument('<other>', 'the later one', positive)
    .option('--area <area>', 'VN, regions, provinces, all, a region (8:TB) or a province', 'VN')
    .addOption(basis)
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action(async (one, other, options) =>
      done(await (await import('./commands/compare.js')).compare([one, other], options, settings())),
    );
  const editions = command.command('edition').description('editions, outside of this warehouse');
  editions
    .command('export')
    .description('writes an edition with all that it was made from into a folder')
    .argument('<edition>', 'its number', positive)
    .addOption(required(new Option('--out <folder>')))
    .action(async (edition, options) =>
      done(await (await import('./commands/edition.js')).exportTo(edition, options.out, settings())),
    );
  editions
    .command('rebuild')
    .description('makes an edition again from such a folder, and says whether it is the same to the byte')
    .argument('<folder>')
    .option('--out <folder>', 'writes its tables there')
    .action(async (folder, options) =>
      done(await (await import('./commands/edition.js')).rebuild(folder, options, settings())),
    );
  command
    .command('register')
    .description('the register as resolved: a line for each row that was reported, with the cooperative that it is')
    .addOption(required(period))
    .addOption(province)
    .option('--merged', 'instead: a line for each cooperative, as all its rows together say')
    .option(
      '--against',
      'instead (as text, or json): where the reports (B01) say otherwise, and which cooperatives explain it',
    )
    .addOption(new Option('--format <format>').choices(['csv', 'json']).default('csv'))
    .action(async (options) => done(await (await import('./commands/register.js')).register(options, settings())));
  const duplicates = command.command('duplicates').description('rows of the registers that may be one cooperative');
  const textOrJson = new Option('--format <format>').choices(['text', 'json']).default('text');
  duplicates
    .command('list')
    .description('pairs that wait for a person, the likest first')
    .addOption(province)
    .addOption(textOrJson)
    .action(async (options) => done(await (await import('./commands/duplicates.js')).list(options, settings())));
  duplicates
    .command('show')
    .description('why two are thought to be one, or not')
    .argument('<a>', 'a cooperative or a row, as register and duplicates list name it')
    .argument('<b>')
    .addOption(textOrJson)
    .action(async (a, b, options) =>
      done(await (await import('./commands/duplicates.js')).show(a, b, options, settings())),
    );
  for (const [verdict, description] of [
    ['same', 'they are one, whatever their likeness'],
    ['different', 'they are two, whatever their likeness'],
    ['undo', 'takes back what was said of the two'],
  ] as const) {
    duplicates
      .command(verdict)
      .description(description)
      .argument('<a>')
      .argument('<b>')
      .addOption(required(new Option('--by <who>', 'who decides')))
      .addOption(required(new Option('--why <text>', 'the reason')))
      .action(async (a, b, options) =>
        done(await (await import('./commands/duplicates.js')).say(verdict, a, b, options, settings())),
      );
  }
  command
    .command('audit')
    .description('recomputes a printed table and lists the cells that disagree; exit status 1 when there are some')
    .argument('<file>', 'CSV or XLSX with the columns of the printed annex (code,sector,printed_unit,actual_2020,...)')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action(async (file, options) => done(await (await import('./commands/audit.js')).audit(file, options)));
  command
    .command('demo', { hidden: true })
    .description('the demonstration that `npm start` runs')
    .option('--once', 'stops after the table')
    .action(async (options) => done(await (await import('./commands/demo.js')).demo(options, settings())));
  return command;
}

function version(): string {
  return JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version;
}

function required(option: Option): Option {
  return new Option(option.flags, option.description).makeOptionMandatory();
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('it must be a whole number from 1 up.');
  return Number(text);
}

function indicatorCode(text: string): string {
  if (!/^[a-z]+\.[a-z_]+$/.test(text)) throw new InvalidArgumentError('an indicator code looks like htx.count.');
  return text;
}

/** Exit status 0: done; 1: something was refused or failed, and the output says what; 2: wrong usage. */
export async function main(argv: readonly string[]): Promise<number> {
  let exitStatus = 0;
  try {
    await program(readSettings, (status) => {
      exitStatus = status;
    }).parseAsync(argv, { from: 'user' });
    return exitStatus;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`tonghop: ${explained(error)}\n`);
    return error instanceof CommandError ? error.exitStatus : 1;
  }
}

/** What the user can do something about is a sentence; anything else is a fault of the program, and keeps its stack. */
function explained(error: unknown): string {
  if (error instanceof CommandError || error instanceof SettingError || error instanceof CatalogueError)
    return error.message;
  if (debugging() || !(error instanceof Error)) return String(error instanceof Error ? error.stack : error);
  return `${error.message || error.name} (set TONGHOP_DEBUG=1 for the details)`;
}

// A reader that went away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

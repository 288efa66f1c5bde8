/** Wrong units: what the witnesses find beside what the "thousand pounds" rule of the Office for National Statistics finds. */
import { prepare } from '../../pipelines/ingest';
import type { Catalogue } from '../../schemas/catalogue';
import { locatorText } from '../../schemas/cell';
import { decimal } from '../../schemas/decimal';
import type { Earlier, PreparedSubmission } from '../../schemas/submission';
import { readFile } from '../../sources/read';
import type { Chance } from './duplicates-world';
import { earlierOf } from './findings-earlier';
import { consistentReport, type MadeCell, type MadeReport, written } from './findings-reports';

/** A report with what its province had said the year before, and the cells in which the unit slipped. */
interface Made {
  readonly report: MadeReport;
  readonly wrong: ReadonlySet<MadeCell>;
  readonly before: readonly MadeCell[];
}

const score = () => ({ found: 0, falseAlarms: 0 });

/** So many reports: of 100 some 40 with a slip, 15 first ones, 15 of merged provinces, 10 of real growth many times over. */
export async function unitBenchmark(
  chance: Chance,
  provinces: readonly string[],
  catalogue: Catalogue,
): Promise<string> {
  const [ours, rule] = [score(), score()];
  let [slips, reached, reports] = [0, 0, 0];
  for (let round = 0; round < 8; round += 1)
    for (const [index, province] of provinces.entries()) {
      const made = madeReport(chance, index);
      const { csv, at } = written(made.report, province);
      const earlier = earlierOf(made.before, catalogue);
      const ports = { catalogue, read: readFile, earlier: async () => earlier };
      const [read] = await prepare(Buffer.from(csv), {}, ports);
      if (read?.kind !== 'prepared') throw new Error(read?.kind);
      const wrong = new Set([...made.wrong].map((cell) => at.get(cell)));
      reports += 1;
      if (wrong.size > 0) slips += 1;
      const said = read.findings.filter(({ rule, at: place }) => /^(unit|notation)\./.test(rule) && place !== null);
      const right = said.filter((one) => one.at && wrong.has(locatorText(one.at)));
      if (right.length > 0) ours.found += 1;
      if (right.some(({ message }) => cellsNamed(message) === wrong.size)) reached += 1;
      ours.falseAlarms += said.length - right.length;
      const ruled = thousands(read, earlier);
      if (ruled.some((place) => wrong.has(place))) rule.found += 1;
      if (ruled.some((place) => !wrong.has(place))) rule.falseAlarms += 1;
    }
  const words = ({ found, falseAlarms }: typeof ours) =>
    `recall ${(found / slips).toFixed(3)}, false alarms ${falseAlarms}`;
  return `units: ${reports} reports, ${slips} slips; ours ${words(ours)}, all that it reaches ${(reached / slips).toFixed(3)}; ONS rule ${words(rule)}`;
}

function madeReport(chance: Chance, province: number): Made {
  const between = (low: number, high: number) => low + chance.next() * (high - low);
  const pick = <T>(of: readonly T[]) => of[Math.floor(chance.next() * of.length)] as T;
  const more = [
    { code: 'htx.revenue_avg', unit: 'triệu đồng', number: between(400, 6000) },
    { code: 'htx.profit_avg', unit: 'triệu đồng', number: between(20, 400) },
    { code: 'htx.labour_income_avg', unit: 'triệu đồng', number: between(25, 90) },
    { code: 'fund.capital', unit: 'triệu đồng', number: between(2000, 90_000) },
    { code: 'lh.charter_capital', unit: 'triệu đồng', number: between(900, 30_000) },
  ].map(({ number, ...cell }): MadeCell => ({ ...cell, number: number.toFixed(1), sector: 'all', what: 'value' }));
  const right = [...consistentReport(chance, province), ...more];
  const money = right.filter(({ unit, what }) => unit.endsWith('đồng') && what === 'value');
  const [kind, grown] = [chance.next(), pick(money).code];
  const growth = (code: string) => {
    const usual = 10 ** ((chance.next() + chance.next() + chance.next() - 1.4) * 0.15);
    if (kind >= 0.15 && kind < 0.3) return usual / between(0.3, 0.6);
    return kind >= 0.3 && kind < 0.4 && code === grown ? usual * between(5, 15) : usual;
  };
  const factors = new Map([...new Set(money.map(({ code }) => code))].map((code) => [code, growth(code)]));
  const before = money.map((cell) => ({
    ...cell,
    number: (Number(cell.number) / (factors.get(cell.code) ?? 1)).toFixed(3),
  }));
  const reach = chance.next() < 0.4 ? pick(['cell', 'indicator', 'file'] as const) : null;
  const power = pick([3, 3, 3, -3, -3, -3, 6, -6]);
  const start = pick(money);
  const isReached = (cell: MadeCell) =>
    money.includes(cell) &&
    (reach === 'file' ? cell.unit === start.unit : reach === 'indicator' ? cell.code === start.code : cell === start);
  const wrong = new Set<MadeCell>();
  const report = right.map((cell) => {
    if (reach === null || !isReached(cell) || Number(cell.number) === 0) return cell;
    const slipped = { ...cell, number: shifted(cell.number, power) };
    wrong.add(slipped);
    return slipped;
  });
  return { report, wrong, before: kind < 0.15 ? [] : before };
}

const shifted = (number: string, power: number) =>
  decimal(number)
    .times(decimal(`1e${power}`))
    .toFixed();

/** Where a figure is between 350 and 1.350 times what it was in the last period, it is taken to be in pounds (ONS). */
function thousands({ observations }: PreparedSubmission, { figures }: Earlier): string[] {
  const last = new Map(figures.map((each) => [`${each.code} ${each.sector}`, each.amount]));
  return observations.flatMap(({ code, sector, amount, at }) => {
    const before = last.get(`${code} ${sector}`);
    if (before === undefined || before.isZero()) return [];
    const isBetween =
      amount.compare(before.times(decimal('350'))) >= 0 && amount.compare(before.times(decimal('1350'))) <= 0;
    return isBetween ? [locatorText(at)] : [];
  });
}

/** `Cũng vậy ở dòng 8, cột 4; dòng 9, cột 4 và 3 ô khác.` */
function cellsNamed(message: string): number {
  const also = /Cũng vậy ở (.*)$/.exec(message)?.[1] ?? '';
  return 1 + (also.match(/dòng/g) ?? []).length + Number(/và (\d+) ô khác/.exec(also)?.[1] ?? 0);
}

import type { Chance } from './duplicates-world';
import type { MadeCell, MadeReport } from './findings-reports';

export const slips = [
  'unit × 1000',
  'unit ÷ 1000',
  'digit zero added',
  'digits swapped',
  'digit lost',
  'digit doubled',
  'separator lost',
  'sign',
  'line copied',
  'part left out',
  'rows shifted',
] as const;
export type SlipKind = (typeof slips)[number];

/** The report with one slip in one cell, the cell as it was and as it is; null where the report has none that could slip so. */
export function slipped(
  kind: SlipKind,
  report: MadeReport,
  chance: Chance,
): { report: MadeReport; was: MadeCell; is: MadeCell } | null {
  if (kind === 'rows shifted') return shifted(report, chance);
  for (let tries = 0; tries < 200; tries += 1) {
    const was = report[Math.floor(chance.next() * report.length)] as MadeCell;
    const number = wrong(kind, was, report, chance);
    if (number === null || Number(number) === Number(was.number)) continue;
    const is = { ...was, number };
    return { report: report.map((cell) => (cell === was ? is : cell)), was, is };
  }
  return null;
}

/** From one line to another each number stands one line too low, the first twice; or one too high, the last twice. */
function shifted(report: MadeReport, chance: Chance): { report: MadeReport; was: MadeCell; is: MadeCell } | null {
  const own = report.filter(({ code, what }) => what === 'value' && code === 'htx.charter_capital');
  const length = 3 + Math.floor(chance.next() * 3);
  const from = Math.floor(chance.next() * (own.length - length));
  const run = own.slice(from, from + length + 1);
  const down = chance.next() < 0.5;
  const numbers = run.map((cell, at) => (run[down ? at - 1 : at + 1] ?? cell).number);
  if (from < 0 || run.some((cell, at) => cell.number === run[at + 1]?.number)) return null;
  const moved = new Map(run.map((cell, at) => [cell, { ...cell, number: numbers[at] ?? cell.number }]));
  const was = run[down ? 1 : 0] as MadeCell;
  return { report: report.map((cell) => moved.get(cell) ?? cell), was, is: moved.get(was) as MadeCell };
}

function wrong(
  kind: Exclude<SlipKind, 'rows shifted'>,
  cell: MadeCell,
  report: MadeReport,
  chance: Chance,
): string | null {
  const { number, what } = cell;
  if (kind === 'sign') return what === 'change' ? (number.startsWith('-') ? number.slice(1) : `-${number}`) : null;
  // A sum that it stands in is what there is to find it by.
  if (what !== 'value' || !sums.includes(cell.code)) return null;
  const isMoney = cell.code === 'htx.charter_capital';
  const digits = number.replace('.', '');
  const decimals = number.split('.')[1]?.length ?? 0;
  const back = (text: string, places = decimals) =>
    places > 0 ? `${text.slice(0, -places) || '0'}.${text.slice(-places)}` : text;
  const at = Math.floor(chance.next() * (digits.length - 1));
  switch (kind) {
    case 'unit × 1000':
      return isMoney ? String(BigInt(digits) * 1000n).replace(/^\d+$/, (text) => back(text)) : null;
    case 'unit ÷ 1000':
      return isMoney ? back(digits.padStart(decimals + 4, '0'), decimals + 3) : null;
    case 'digit zero added':
      return Number(number) === 0 ? null : back(`${digits}0`);
    case 'digits swapped':
      return digits.length < 2
        ? null
        : plain(back(`${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`));
    case 'digit lost':
      return digits.length - decimals < 2 ? null : plain(back(digits.slice(0, at) + digits.slice(at + 1)));
    case 'digit doubled':
      return back(digits.slice(0, at + 1) + digits.slice(at));
    case 'separator lost':
      return decimals === 0 ? null : digits;
    case 'line copied': {
      const own = report.filter((each) => each.code === cell.code && each.what === 'value');
      return own[own.indexOf(cell) + (chance.next() < 0.5 ? 1 : -1)]?.number ?? null;
    }
    case 'part left out': {
      const parts = report.filter(
        (each) => each.code === cell.code && each.what === 'value' && top.includes(each.sector),
      );
      const part = cell.sector === 'all' ? parts[Math.floor(chance.next() * parts.length)] : undefined;
      return part === undefined ? null : (Number(number) - Number(part.number)).toFixed(decimals);
    }
  }
}

const sums = ['htx.count', 'htx.active', 'htx.members', 'htx.labour', 'htx.charter_capital'];
const top = ['agri', 'non_agri', 'credit'];
const plain = (text: string) => text.replace(/^0+(?=\d)/, '');

import { placeName } from '../../../schemas/cell';
import { type DoubtedCell, type Finding, type Proposal, wrongTogether } from '../../../schemas/finding';
import { excerpt } from '../../../schemas/text';
import { inUnit, type RuleCell, shown } from '../cell';
import type { Condition } from '../condition';
import type { Figures } from '../figures';
import { amountOf, nameOf, partName } from '../words';
import type { Slip } from './slips';
import type { Wrong } from './weigh';

/** One cell has to be another; with a proposal where only one value is left for it. */
export function contradicted(
  { cell, value, slip }: Wrong,
  conditions: readonly Condition[],
  figures: Figures,
): Finding {
  const why = slipText(slip, cell, figures);
  const mended = value === null ? '' : ` Nếu là ${shown(value, cell.unit)} thì khớp${why && `: ${why}`}.`;
  const name = `${placed(cell, figures)} của ${nameOf(cell, figures.catalogue)} không khớp với các số khác`;
  const because = why || 'với giá trị này các số khớp nhau';
  return {
    ...at(cell, conditions),
    rule: 'cell.contradicted',
    message: shortest((most) => `${name}: ${failed(conditions, most)}.${mended} Hãy xác nhận hoặc sửa lại.`),
    proposal: cell.at === null ? null : proposed(cell, value, because),
  };
}

/** One of several cells has to be another, and nothing tells which. */
export function undecided(wrong: readonly Wrong[], conditions: readonly Condition[], figures: Figures): Finding {
  const cells = new Map<RuleCell, Wrong>();
  for (const each of wrong) {
    const said = cells.get(each.cell);
    cells.set(each.cell, said === undefined || said.value === each.value ? each : { ...each, value: null });
  }
  const [whole] = conditions.flatMap((condition) => condition.cells);
  const [first] = cells.keys();
  const here = at(whole && cells.has(whole) ? whole : (first as RuleCell), conditions);
  const named = [...cells.values()].map(({ cell, value, slip }) => {
    const why = slipText(slip, cell, figures);
    const mended = value === null ? '' : `, nếu sai thì là ${shown(value, cell.unit)}${why && ` (${why})`}`;
    return `${placed(cell, figures)} của ${partName(cell, figures.catalogue)}${mended}`;
  });
  const indicator = figures.catalogue.indicators.get(here.code)?.label ?? '';
  return {
    ...here,
    rule: 'figures.contradicted',
    message: shortest(
      (most) =>
        `Các số của chỉ tiêu "${excerpt(indicator)}" không khớp nhau: ${failed(conditions, most)}. Có lẽ một trong các số sau sai: ${listed(named, most)}. Hãy kiểm tra và sửa lại.`,
    ),
    proposal: null,
    others: {
      wrong: 'one',
      cells: [...cells.values()].flatMap(({ cell, value }) =>
        cell.at === here.at ? [] : inDoubt(cell, proposed(cell, value, 'nếu số này sai')),
      ),
    },
  };
}

/** The numbers of several lines stand one line too low or too high: said once, on the first of them. */
export function shifted(wrong: readonly Wrong[], conditions: readonly Condition[], figures: Figures): Finding {
  const lines = [...wrong].sort((a, b) => a.cell.line - b.cell.line);
  const [first, last] = [lines[0], lines.at(-1)] as [Wrong, Wrong];
  const where = first.value !== null && lines[1]?.cell.value === first.value ? 'xuống' : 'lên';
  const list = lines.map(
    ({ cell, value }) =>
      `${partName(cell, figures.catalogue)} là ${value === null ? 'số khác' : shown(value, cell.unit)}`,
  );
  const [from, to] = [first, last].map(({ cell }) => placed(cell, figures).replace(/^Số /, ''));
  const name = `Các số từ ${from} đến ${to} của chỉ tiêu "${excerpt(first.cell.indicator.label)}"`;
  const because = `có lẽ các số từ đây bị ghi lệch ${where} một dòng`;
  return {
    ...at(first.cell, conditions),
    rule: 'rows.shifted',
    message: shortest(
      (most) =>
        `${name} có lẽ bị ghi lệch ${where} một dòng: ${failed(conditions, most)}. Nếu ${listed(list, most)} thì khớp. Hãy đối chiếu lại từng dòng.`,
    ),
    proposal: proposed(first.cell, first.value, because),
    ...wrongTogether(lines.slice(1).flatMap(({ cell, value }) => inDoubt(cell, proposed(cell, value, because)))),
  };
}

/** So much fails together that no small change explains it. */
export function unexplained(conditions: readonly [Condition, ...Condition[]], figures: Figures): Finding {
  const [first] = conditions;
  const [cell] = first.cells;
  const name = `${placed(cell, figures)} của ${nameOf(cell, figures.catalogue)} và nhiều số khác không khớp nhau`;
  const message = shortest((most) => `${name}: ${failed(conditions, most)}. Hãy kiểm tra lại cả bảng.`);
  return { ...at(cell, conditions), rule: first.rule, message, proposal: null };
}

/** A sentence that a reporter reads to its end. */
const longest = 500;

/** The sentence with as many of the things that it lists as have room, from four down to none. */
function shortest(sentence: (most: number) => string): string {
  const all = [4, 3, 2, 1, 0].map(sentence);
  return all.find(({ length }) => length <= longest) ?? excerpt(all.at(-1) ?? '');
}

function listed(items: readonly string[], most: number): string {
  const more = items.length - most;
  if (more <= 0) return items.join('; ');
  return most === 0 ? `${items.length} chỗ` : `${items.slice(0, most).join('; ')}; và ${more} chỗ khác`;
}

function failed(conditions: readonly Condition[], most: number): string {
  const words = conditions.map(({ words: each }, index) => (conditions.length === 1 ? each : `(${index + 1}) ${each}`));
  return listed(words, most);
}

/** Of a figure of an earlier report the place is that of the figure that it does not fit. */
function at(cell: RuleCell, conditions: readonly Condition[]) {
  const others = conditions.flatMap(({ cells }) => cells);
  const here = cell.at === null ? (others.find((each) => each.at !== null) ?? cell) : cell;
  return { nature: 'doubt', ...doubted(here) } as const;
}

const doubted = ({ indicator, sector, role, at: place, raw }: RuleCell) =>
  ({
    ...{ code: indicator.code, sector, at: place, raw },
    measure: role === 'plan' ? 'plan' : role === 'actual' || role === 'before' ? 'actual' : 'stated',
  }) as const;

/** Of this report; an earlier one has its own findings. */
const inDoubt = (cell: RuleCell, proposal: Proposal | null): DoubtedCell[] =>
  cell.at === null ? [] : [{ ...doubted(cell), proposal }];

const proposed = ({ unit }: RuleCell, value: bigint | null, because: string): Proposal | null =>
  value === null ? null : { value: inUnit(value, unit), unit: unit.name, because };

function placed(cell: RuleCell, { catalogue }: Figures): string {
  return cell.at === null
    ? `${partName(cell, catalogue)} (${amountOf(cell)})`
    : `Số "${excerpt(cell.raw)}" (${placeName(cell.at)})`;
}

function slipText(slip: Slip | null, cell: RuleCell, { catalogue }: Figures): string {
  if (slip === null) return '';
  const name = slip.from?.indicator === cell.indicator ? partName : nameOf;
  const other = slip.from && `${name(slip.from, catalogue)} (${amountOf(slip.from)})`;
  const words: Readonly<Record<Slip['kind'], string>> = {
    unit: 'có lẽ đã ghi nhầm đơn vị tính',
    separator: 'có lẽ thừa hoặc thiếu chữ số 0 hay dấu phân cách',
    swapped: 'có lẽ hai chữ số bị đổi chỗ',
    lost: 'có lẽ thiếu một chữ số',
    doubled: 'có lẽ một chữ số bị ghi hai lần',
    sign: 'có lẽ nhầm dấu',
    copied: `trùng với ${other}, có lẽ do chép nhầm dòng`,
    'left out': `có lẽ chưa cộng ${other}`,
    included: `có lẽ đã tính ${cell.sector === 'all' ? 'hai lần' : 'cả'} ${other}`,
  };
  return words[slip.kind];
}

import type { Catalogue } from '../../schemas/catalogue';
import { IndicatorCode } from '../../schemas/codes';
import { type Decimal, decimal } from '../../schemas/decimal';
import { type DoubtedCell, type Finding, wrongTogether } from '../../schemas/finding';
import type { Quantity, Unit } from '../../schemas/quantity';
import type { Observation } from '../../schemas/submission';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Said } from './doubts';
import { type Group, groupNames } from './kinds';
import type { RowSetting } from './row-reading';
import { indicatorOf } from './sizes';

/** An amount that no cooperative has: loaded as written, with the unit that was likely meant. */
export function unlikelyAmount(amount: Quantity, slip: Decimal, unit: Unit, column: string): Said {
  const likely = amount.times(slip);
  const because = `nếu ${rightUnit(unit, slip)} thì là ${money(likely)}`;
  return {
    rule: 'unit.contradicted',
    nature: 'doubt',
    said: 'once',
    cause: slip.toFixed(),
    says: (cells, count) =>
      `${cells} ở ${column} đọc theo đơn vị đã ghi là ${money(amount)}${count > 1 ? ' (số đầu)' : ''}, khác thường về độ lớn với một đơn vị; ${because}. Đã nạp như đã ghi: hãy xác nhận hoặc sửa lại.`,
    proposal: { value: likely.in(unit), unit: unit.name, because },
  };
}

/** For each column whose middle amount no cooperative has a finding, with the figure in the unit that was likely meant. */
export function unlikelyColumns(
  { columns, evidence }: Pick<RowSetting, 'columns' | 'evidence'>,
  observations: readonly Observation[],
  catalogue: Catalogue,
): Finding[] {
  return [...evidence.slips].flatMap(([role, { slip, group, rows, middle, unit }]) => {
    const header = columns.get(role)?.header;
    const code = indicatorOf(role, group);
    const indicator = catalogue.indicators.get(IndicatorCode.parse(code));
    if (header === undefined || indicator === undefined) return [];
    const because = `nếu ${rightUnit(unit, slip)} thì là ${money(middle.times(slip))}`;
    const cell = (made: Observation, why: string): DoubtedCell => {
      const own = catalogue.indicators.get(made.code)?.unit ?? indicator.unit;
      return {
        ...{ code: made.code, sector: made.sector, measure: 'actual', at: header.at, raw: header.text },
        proposal: { value: made.amount.times(slip).in(own), unit: own.name, because: why },
      };
    };
    // All that is made of the column is wrong with it: every sector, and groups and unions beside cooperatives.
    const codes = groups.map((each) => indicatorOf(role, each));
    const ofColumn = observations.filter((each) => codes.includes(each.code) && !each.amount.isZero());
    const made = ofColumn.find((each) => each.code === code && each.sector === 'all');
    const others = ofColumn.filter((each) => each !== made);
    const also = others.length === 0 ? '' : ` Cũng vậy với ${others.length} số khác cộng từ cột này.`;
    const none = { code: indicator.code, sector: null, at: header.at, raw: header.text, proposal: null };
    return {
      rule: 'unit.contradicted',
      nature: 'doubt',
      ...(made === undefined ? none : cell(made, because)),
      message: `Theo đơn vị đã ghi, số ở giữa trong ${rows} số của ${groupNames[group]} ở cột "${excerpt(header.text)}" là ${money(middle)}, khác thường về độ lớn; ${because}. Đã nạp như đã ghi: hãy xác nhận hoặc sửa lại đơn vị ở tiêu đề cột.${also}`,
      ...wrongTogether(others.map((each) => cell(each, 'như cả cột'))),
    };
  });
}

const groups: readonly Group[] = ['htx', 'lh', 'tht'];

/** The units of money, the largest first. */
const units = [
  ['1000000000', 'tỷ đồng'],
  ['1000000', 'triệu đồng'],
  ['1000', 'nghìn đồng'],
  ['1', 'đồng'],
] as const;

/** What the slip makes of the unit, in words. */
function rightUnit({ name, factor }: Unit, slip: Decimal): string {
  if (slip.eq('12')) return `${name} là của một tháng`;
  const meant = factor.times(slip);
  // Of a month's income the factor is twelve times that of its unit.
  const found = units.find(([each]) => meant.eq(each) || meant.eq(decimal(each).times('12')));
  return found === undefined ? `số lệch ${vietnameseNumber(slip.toFixed())} lần` : `đơn vị là ${found[1]}`;
}

/** In the largest unit that leaves something before the comma. */
function money(amount: Quantity): string {
  const size = decimal(amount.abs().inBase());
  const [factor, name] = units.find(([each]) => size.gte(each)) ?? units[3];
  return `${vietnameseNumber(amount.in({ name, dimension: amount.dimension, factor: decimal(factor) }))} ${name}`;
}

import { noEarlier } from '../../../pipelines/normalise/report';
import { check } from '../../../pipelines/rules';
import { locatorText } from '../../../schemas/cell';
import { decimal } from '../../../schemas/decimal';
import type { Finding } from '../../../schemas/finding';
import { Period } from '../../../schemas/period';
import { Quantity } from '../../../schemas/quantity';
import type { Earlier } from '../../../schemas/submission';
import { catalogue, report } from '../take-in';

/** What the rules find in a report of Bắc Giang for 2020, without the note of what is missing; a line is `code;sector;unit;value;plan;change;share;%;%plan`. */
export function checked(lines: readonly string[], earlier: Earlier = noEarlier): readonly Finding[] {
  const header =
    'code;Lĩnh vực;Đơn vị tính;Thực hiện;Kế hoạch;So với năm trước;Tỷ trọng;% so với năm trước;% so với kế hoạch';
  const read = report(['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020', header, ...lines, ''].join('\n'));
  return check(read, earlier, catalogue, []).filter(({ rule }) => rule !== 'indicator.missing');
}

/** `cell.contradicted row 5, column 4: 14.640 → 11400 triệu đồng`: a finding without its sentence. */
export function inShort({ rule, at, raw, proposal }: Finding): string {
  const mended = proposal === null ? '' : ` → ${proposal.value} ${proposal.unit}`;
  return `${rule} ${at === null ? 'no cell' : locatorText(at)}: ${raw}${mended}`;
}

/** The figures of an earlier period, in the units of the catalogue: `htx.count all 409`. */
export function before(period: string, figures: readonly string[]): Earlier {
  return {
    ...noEarlier,
    version: 1,
    figures: figures.map((figure) => {
      const [code = '', sector = '', value = ''] = figure.split(' ');
      const indicator = [...catalogue.indicators.values()].find((each) => each.code === code);
      if (indicator === undefined) throw new Error(figure);
      const place = indicator.sectors.find((each) => each === sector);
      if (place === undefined) throw new Error(figure);
      const amount = Quantity.of(decimal(value), indicator.unit);
      return { code: indicator.code, sector: place, period: Period.parse(period), amount };
    }),
  };
}

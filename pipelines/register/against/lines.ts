import { amountsText } from './amounts';
import type { Gap } from './gap';
import type { Sides } from './listed';
import { causeText } from './named';

/**
 * A line for each gap: `htx.count, nông nghiệp: báo cáo 416, danh sách 417 (+1): HTX Tân Tiến (dòng 12 và dòng 240) được tính
 * hai lần`.
 */
export function lines(gaps: readonly Gap[], sides: Sides): string[] {
  return gaps.map((gap) => {
    const { figure, cause, also } = gap;
    const label = sides.catalogue.sectors.get(figure.sector)?.label ?? figure.sector;
    const place = label.charAt(0).toLowerCase() + label.slice(1);
    return `${figure.code}, ${place}: ${amountsText(gap, sides.catalogue)}: ${cause === null ? 'chưa rõ vì sao' : causeText(cause, also, sides)}`;
  });
}

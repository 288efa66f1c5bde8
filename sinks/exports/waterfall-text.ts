import CliTable from 'cli-table3';
import type { Catalogue } from '../../schemas/catalogue';
import type { SectorCode } from '../../schemas/codes';
import type { Step, Waterfall } from '../../schemas/identity';
import { excerpt } from '../../schemas/text';
import { vietnameseChange, vietnameseNumber } from '../../schemas/vietnamese';

/** A line for each thing that was compared: what came of it, what stands on either side, and what that weighs. */
export function waterfallText({ steps }: Waterfall, catalogue: Catalogue): string {
  const table = new CliTable({
    head: ['So sánh', 'Bên này', 'Bên kia', 'Điểm'],
    colAligns: ['left', 'left', 'left', 'right'],
    style: { head: [], border: [] },
    // No rule between the lines.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { field, level, compared, weight } of steps) {
    const [one, other] = compared ?? ['', ''];
    table.push([level, shown(field, one, catalogue), shown(field, other, catalogue), change(weight)]);
  }
  return `${table.toString()}\n`;
}

const change = (weight: number) => vietnameseChange(weight.toFixed(1));

/** As staff write it: a date by the day, an amount with its marks, a sector by its name. */
function shown(field: Step['field'], value: string, { sectors }: Catalogue): string {
  if (value === '') return '';
  if (field === 'founded_on') return value.split('-').reverse().join('/');
  if (field === 'charter_capital') return `${vietnameseNumber(value)} đồng`;
  if (field === 'members') return vietnameseNumber(value);
  if (field === 'sector') return sectors.get(value as SectorCode)?.label ?? value;
  return excerpt(value);
}

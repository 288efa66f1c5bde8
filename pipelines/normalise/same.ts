import { placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import type { Settled } from './notation';

/**
 * The same indicator twice in one file (rules.md, Duplicates 3): equal values, also across units, are one with all its
 * addresses; differing ones are one finding, and none is used.
 */
export function sayingTheSame(settled: readonly Settled[]): {
  kept: { settled: Settled; also: Settled[] }[];
  findings: Finding[];
} {
  const groups = new Map<string, Settled[]>();
  for (const each of settled) {
    const { indicator, sector, measure } = each.figure;
    const key = `${indicator.code} ${sector} ${measure}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const kept: { settled: Settled; also: Settled[] }[] = [];
  const findings: Finding[] = [];
  for (const [first, ...rest] of groups.values()) {
    if (!first) continue;
    if (rest.every((other) => other.amount.equals(first.amount))) kept.push({ settled: first, also: rest });
    else findings.push(differing([first, ...rest]));
  }
  return { kept, findings };
}

function differing(group: readonly [Settled, ...Settled[]]): Finding {
  const { figure } = group[0];
  const values = group.map(({ figure: { cell } }) => `"${excerpt(cell.text)}" (${placeName(cell.at)})`);
  return {
    rule: 'figure.twice',
    nature: 'held',
    code: figure.indicator.code,
    sector: figure.sector,
    measure: figure.measure,
    at: figure.cell.at,
    raw: group.map(({ figure: { cell } }) => cell.text).join(' | '),
    message: `Chỉ tiêu "${figure.indicator.label}" được ghi ${group.length} lần với số khác nhau: ${values.slice(0, 3).join(' và ')}${values.length > 3 ? ` và ${values.length - 3} chỗ khác` : ''}. Chưa số nào được nạp: hãy giữ lại một số đúng.`,
    proposal: null,
  };
}

import { stringify } from 'csv-stringify/sync';
import { gsoCode } from '../../schemas/codes';
import type { CleanRate, Effect } from './effect';

/**
 * Whether letters help, as CSV: a row for each period and province, and one for the nation (`VN`) with how many reports were
 * clean when they came and when the period was closed.
 */
export function effectCsv(
  effects: readonly Effect[],
  rates: readonly CleanRate[],
  nameOf: (effect: Effect) => string,
): string {
  const periods = [...new Set([...rates, ...effects].map(({ period }) => period))].sort();
  const rows = periods.flatMap((period) => {
    const own = effects.filter((effect) => effect.period === period);
    const rate = rates.find((each) => each.period === period);
    const sum = (key: 'told' | 'mended' | 'repeated') => own.reduce((total, effect) => total + effect[key], 0);
    return [
      [
        period,
        'VN',
        'Cả nước',
        sum('told'),
        sum('mended'),
        '',
        sum('repeated'),
        rate?.provinces,
        rate?.first,
        rate?.last,
      ],
      ...own.map((effect) => [
        ...[period, gsoCode(effect.province), nameOf(effect)],
        ...[effect.told, effect.mended, effect.hours, effect.repeated, '', '', ''],
      ]),
    ];
  });
  return stringify([columns, ...rows]);
}

const columns = [
  ...['period', 'area', 'area_name', 'sent', 'mended', 'median_hours_to_mend', 'repeated'],
  ...['reports', 'clean_at_receipt', 'clean_at_closing'],
];

import { nationalTable } from '../../../pipelines/national/table';
import { mapOf, type Period } from '../../../schemas/period';
import { rational } from '../../../schemas/rational';
import type { Table, TableRow } from '../../../schemas/table';
import type { Publication } from '../../../sinks/exports/annex';
import { catalogue } from '../../setup/warehouse';

const figureNames = ['actual', 'previousChange', 'previousPercent', 'plan', 'planChange', 'planPercent'] as const;

/** A row's figures, in the order of the printed columns; null: none. */
export type Figures = readonly (string | null)[];

/** A publication of these figures, by area, indicator and sector (`VN htx.count all`); all other rows are empty. */
export function published(
  figures: Readonly<Record<string, Figures>>,
  {
    areas = ['VN'],
    sample = false,
    period = '2021-Q2',
    ...more
  }: Partial<Publication> & Partial<{ areas: string[]; sample: boolean; period: string }> = {},
): Publication {
  const asked = { period: period as Period, map: mapOf(period as Period), knownAt: null };
  const empty = nationalTable(asked, 'all', [], catalogue);
  const rows = empty.rows.map((row) => {
    const given = figures[`${row.area} ${row.indicator.code} ${row.sector}`];
    return given === undefined ? row : { ...row, ...filled(given), sample };
  });
  const whole: Table = { ...empty, rows, sample };
  return {
    whole,
    table: { ...whole, rows: rows.filter(({ area }) => areas.includes(area)) },
    sections: catalogue.sections,
    edition: null,
    at: new Date('2021-07-04T18:30:00Z'),
    findings: null,
    ...more,
  };
}

function filled(given: Figures): Partial<TableRow> {
  const values = figureNames.map((name, index) => [name, given[index] == null ? null : rational(given[index])]);
  return { ...Object.fromEntries(values), reporting: 1, compared: 1 };
}

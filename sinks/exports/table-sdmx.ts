import { stringify } from 'csv-stringify/sync';
import type { Indicator } from '../../schemas/catalogue';
import type { MapName } from '../../schemas/codes';
import { isTerm, type Period, yearOf } from '../../schemas/period';
import type { Table, TableRow } from '../../schemas/table';
import { sampleMark } from './printed';
import { tableRecords } from './table-csv';

/** The components of the structure; attributes follow the measure. New ones go to the end. */
const columns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'FREQ',
  'REF_AREA',
  'INDICATOR',
  'SECTOR',
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'OBS_STATUS',
  'REPORTING',
  'EXPECTED',
  'COMMENT_OBS',
] as const;

/**
 * The actual figures as SDMX-CSV 2.0, one observation a row, in the catalogue's unit as in `table --format csv`.
 * `edition` null: a draft, whose figures are provisional.
 */
export function tableSdmx(table: Table, edition: number | null): string {
  const records = tableRecords(table);
  const rows = table.rows.map((row, index) => ({
    STRUCTURE: 'dataflow',
    STRUCTURE_ID: 'VCA:COLLECTIVE_ECONOMY(1.0.0)',
    ACTION: 'I',
    ...timeOf(table.period),
    REF_AREA: areaCode(row.area, table.map),
    INDICATOR: code(row.indicator.code),
    SECTOR: row.sector === 'all' ? '_T' : code(row.sector),
    OBS_VALUE: records[index]?.actual,
    ...unitOf(row.indicator),
    OBS_STATUS: statusOf(row, edition),
    REPORTING: row.reporting,
    EXPECTED: row.expected,
    COMMENT_OBS: row.sample ? sampleMark : '',
  }));
  return stringify(rows, { header: true, columns: [...columns], record_delimiter: '\r\n' });
}

/** The fourth quarter stands for the whole year; a term is a span from its first day, which has no frequency. */
function timeOf(period: Period): { FREQ: string; TIME_PERIOD: string } {
  if (isTerm(period)) {
    const first = Number(period.slice(0, 4));
    return { FREQ: '_O', TIME_PERIOD: `${first}-01-01/P${yearOf(period) - first + 1}Y` };
  }
  return period.endsWith('Q4') ? { FREQ: 'A', TIME_PERIOD: period.slice(0, 4) } : { FREQ: 'Q', TIME_PERIOD: period };
}

/** `VN`, a region `VN8_TB`, a province `VN63_24`: a code alone would name another province on the other map. */
function areaCode(area: string, map: MapName): string {
  if (area === 'VN') return 'VN';
  return area.includes(':') ? `VN${area.replace(':', '_')}` : `VN${map}_${area}`;
}

/** An SDMX id has letters, digits, `_`, `-`, `@` and `$` only. */
const code = (text: string) => text.replace(/[^A-Za-z0-9_@$-]/g, '_').toUpperCase();

function unitOf({ unit }: Indicator): { UNIT_MEASURE: string; UNIT_MULT: number } {
  const measure = { count: counted[unit.name] ?? 'NUMBER', percent: 'PT', money: 'VND', money_per_year: 'VND_A' };
  return { UNIT_MEASURE: measure[unit.dimension], UNIT_MULT: unit.factor.e };
}

const counted: Readonly<Record<string, string>> = { người: 'PS', 'thành viên': 'PS' };

/** CL_OBS_STATUS: normal, provisional, or a value that is missing. */
function statusOf({ actual }: TableRow, edition: number | null): string {
  if (actual === null) return 'O';
  return edition === null ? 'P' : 'A';
}

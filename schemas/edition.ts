import { z } from 'zod';
import type { Indicator, Places } from './catalogue';
import { IndicatorCode, MapName, ProvinceId, RegionId, SectorCode } from './codes';
import { decimal, plain } from './decimal';
import { Period } from './period';
import { type Rational, rational } from './rational';
import type { Table, TableRow } from './table';

/** What an edition was made from: enough to make it again, elsewhere, to the byte. Times are ISO 8601 in UTC. */
export const Manifest = z.object({
  edition: z.number().int().positive(),
  period: Period,
  published_at: z.iso.datetime(),
  published_by: z.string(),
  override_why: z.string().nullable(),
  program: z.object({ version: z.string(), catalogue: z.string(), migrations: z.array(z.string()) }),
  rounding: z.string(),
  /** Every file that was received before, in the order of receipt. */
  receipts: z.array(
    z.object({
      receipt: z.number().int().positive(),
      sha256: z.string(),
      file: z.string(),
      channel: z.string(),
      options: z.record(z.string(), z.string()),
      received_at: z.iso.datetime(),
    }),
  ),
  /** The reports that its figures are from. */
  submissions: z.array(
    z.object({ submission: z.string(), province: ProvinceId, period: Period, form: z.string(), receipt: z.number() }),
  ),
  plans: z.array(z.object({ sha256: z.string(), file: z.string(), taken_in_at: z.iso.datetime() })),
  /** How its provinces' figures were in the editions before, which reports were held against. */
  usual_sizes: z
    .array(
      z.object({
        ...{ period: Period, map: MapName, published_at: z.iso.datetime(), code: IndicatorCode, sector: SectorCode },
        ...{ per: IndicatorCode.nullable(), provinces: z.number().int(), middle: z.number(), spread: z.number() },
      }),
    )
    .default([]),
  withdrawals: z.array(
    z.object({ submission: z.string(), at: z.iso.datetime(), by: z.string().nullable(), why: z.string().nullable() }),
  ),
  decisions: z.array(
    z.object({
      finding: z.string(),
      verdict: z.enum(['keep', 'correct', 'reject', 'undo']),
      value: z.string().nullable(),
      unit: z.string().nullable(),
      place: z.string().nullable().default(null),
      by: z.string(),
      why: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** SHA-256 of its tables as CSV, all areas, by map. */
  tables: z.record(MapName, z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** The provinces and regions that a table was drawn on, as plain JSON, and back. */
export const frozenPlaces = ({ provinces, regions }: Places): object => ({
  provinces: [...provinces.values()],
  regions: [...regions.values()],
});

export function thawedPlaces(content: unknown): Places {
  const { provinces, regions } = FrozenPlaces.parse(content);
  return {
    provinces: new Map(provinces.map((province) => [province.id, province])),
    regions: new Map(regions.map((region) => [region.id, region])),
  };
}

const FrozenPlaces = z.object({
  provinces: z.array(
    z.object({
      id: ProvinceId,
      map: MapName,
      names: z.array(z.object({ name: z.string(), from: z.string(), to: z.string().nullable() })),
      region: RegionId,
      successor: ProvinceId.nullable(),
    }),
  ),
  regions: z.array(z.object({ id: RegionId, map: MapName, name: z.string() })),
});

/** A table as plain JSON, figures as quotients of decimals: drawn again later, it is what it was, whatever became of the catalogue. */
export function frozen({ period, map, knownAt, sample, rows }: Table): object {
  const indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  return {
    ...{ period, map, sample },
    known_at: knownAt?.toISOString() ?? null,
    indicators: [...indicators.values()].map(({ unit, ...indicator }) => ({
      ...indicator,
      unit: { ...unit, factor: plain(unit.factor) },
    })),
    rows: rows.map(({ indicator, ...row }) => ({ ...mapped(row, fraction), code: indicator.code })),
  };
}

export function thawed(content: unknown): Table {
  const { period, map, sample, known_at, indicators, rows } = Frozen.parse(content);
  const known = new Map(
    indicators.map((each) => [each.code, { ...each, unit: { ...each.unit, factor: decimal(each.unit.factor) } }]),
  );
  return {
    ...{ period, map, sample },
    knownAt: known_at === null ? null : new Date(known_at),
    rows: rows.map(
      ({ code, ...row }) => ({ ...mapped(row, quotient), indicator: known.get(code) }) as unknown as TableRow,
    ),
  };
}

const Frozen = z.object({
  period: Period,
  map: MapName,
  sample: z.boolean(),
  known_at: z.string().nullable(),
  indicators: z.array(
    z.looseObject({ code: IndicatorCode, unit: z.looseObject({ factor: z.string() }) }),
  ) as unknown as z.ZodType<
    (Omit<Indicator, 'unit'> & { unit: Omit<Indicator['unit'], 'factor'> & { factor: string } })[]
  >,
  rows: z.array(z.looseObject({ code: IndicatorCode, sector: SectorCode })),
});

/** Each value that is a quotient in the one form, in the other. */
function mapped(row: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]));
}
const fraction = (value: unknown) => (isRational(value) ? [plain(value.num), plain(value.den)] : value);
const quotient = (value: unknown) => (Array.isArray(value) ? rational(String(value[0]), String(value[1])) : value);
const isRational = (value: unknown): value is Rational => typeof value === 'object' && value !== null && 'den' in value;

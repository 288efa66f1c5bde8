import { decimal, plain } from '../../schemas/decimal';

/** Why a figure of a later edition is another one. */
export const causes = [
  ...(['map', 'late', 'duplicate', 'revision', 'withdrawal', 'correction', 'plan', 'rule'] as const),
] as const;
export type Cause = (typeof causes)[number];

/** A row of a table as it is shown: its area, code and sector, and its figures as plain decimals, null where there is none. */
export type Shown = Readonly<Record<string, string | number | null>>;

/** A table on the way from one edition to the other, and what was let in to get there from the one before it. */
export interface State {
  readonly cause: Cause;
  readonly rows: readonly Shown[];
}

/**
 * A figure that changed. `change` of the causes adds up to `change` exactly; where there was (or is) no sum it counts from
 * nothing. Of a comparison that came or went there is no amount of change (null): its absence is no zero.
 */
export interface Changed {
  readonly area: string;
  readonly code: string;
  readonly sector: string;
  readonly column: Column;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: string | null;
  readonly causes: readonly { readonly cause: Cause; readonly change: string | null }[];
}

const columns = [
  ...(['actual', 'previous', 'previous_change', 'previous_percent'] as const),
  ...(['year_end', 'year_end_change', 'year_end_percent'] as const),
  ...(['plan', 'plan_change', 'plan_percent'] as const),
];
type Column = (typeof columns)[number];

/**
 * Takes what changed from the first table to the last apart by cause, step by step: what one cause moved is the difference
 * between the tables before and after it was let in, so the parts make the whole, to the last digit that is shown.
 */
export function changes(first: readonly Shown[], states: readonly State[]): Changed[] {
  const tables = [first, ...states.map(({ rows }) => rows)].map(
    (rows) => new Map(rows.map((row) => [keyOf(row), row])),
  );
  const keys = new Map(tables.flatMap((table) => [...table.values()].map((row) => [keyOf(row), row] as const)));
  return [...keys].flatMap(([key, row]) =>
    columns.flatMap((column): Changed[] => {
      const values = tables.map((table) => (table.get(key)?.[column] ?? null) as string | null);
      const [before = null, after = null] = [values[0], values.at(-1)];
      if (before === after) return [];
      const of = { area: String(row.area), code: String(row.code), sector: String(row.sector), column, before, after };
      if (!compared.test(column)) return [{ ...of, change: difference(before, after), causes: parts(values, states) }];
      if (before === null || after === null) {
        const causes = states.flatMap(({ cause }, index) => (values[index] === values[index + 1] ? [] : [cause]));
        return [{ ...of, change: null, causes: [...new Set(causes)].map((cause) => ({ cause, change: null })) }];
      }
      // Where it could not be had on the way, it stood as it was until it could.
      const held = values.map((_, index) => values.slice(0, index + 1).findLast((value) => value !== null) ?? null);
      return [{ ...of, change: difference(before, after), causes: parts(held, states) }];
    }),
  );
}

/** Columns that compare two figures. */
const compared = /_(change|percent)$/;

function parts(values: readonly (string | null)[], states: readonly State[]): { cause: Cause; change: string }[] {
  const moved = new Map<Cause, string>();
  for (const [index, { cause }] of states.entries()) {
    const step = difference(values[index] ?? null, values[index + 1] ?? null);
    if (step !== '0') moved.set(cause, sum(moved.get(cause) ?? '0', step));
  }
  return [...moved].filter(([, change]) => change !== '0').map(([cause, change]) => ({ cause, change }));
}

const keyOf = ({ area, code, sector }: Shown) => `${area} ${code} ${sector}`;
const difference = (from: string | null, to: string | null) => plain(decimal(to ?? '0').minus(decimal(from ?? '0')));
const sum = (one: string, other: string) => plain(decimal(one).plus(decimal(other)));

import { ProvinceId, submissionId } from '../../../../schemas/codes';
import { decimal } from '../../../../schemas/decimal';
import type { Assignment, IdentityDecision, RegisterOf, RowId } from '../../../../schemas/identity';
import type { Period } from '../../../../schemas/period';
import { quarter } from '../../../../schemas/period';
import { Quantity } from '../../../../schemas/quantity';
import type { RegisterRow } from '../../../../schemas/register';

export const bacNinh = ProvinceId.parse('34/24');
export const phuTho = ProvinceId.parse('34/25');
export const people = { name: 'người', dimension: 'count', factor: decimal('1') } as const;
export const million = { name: 'triệu đồng', dimension: 'money', factor: decimal('1000000') } as const;

/** Two tax codes that are valid, one with a wrong tenth digit. */
export const codes = { one: '2400123458', other: '2400456785', wrong: '2400123457' };

export type Given = Partial<Omit<RegisterRow, 'members' | 'charter_capital'>> & { members?: number; capital?: number };

/** A row that says what is given and nothing else. */
export function row({ members, capital, ...given }: Given = {}): RegisterRow {
  return {
    at: { row: 1, column: 1 },
    name: '',
    tax_code: null,
    type: null,
    sector: null,
    district: null,
    commune: null,
    founded_on: null,
    status: null,
    members: members === undefined ? null : Quantity.of(decimal(String(members)), people),
    labour: null,
    charter_capital: capital === undefined ? null : Quantity.of(decimal(String(capital)), million),
    revenue: null,
    profit: null,
    labour_income: null,
    hitech: null,
    value_chain: null,
    alliance_member: null,
    rating: null,
    unreadable: [],
    ...given,
  };
}

/** The register of that receipt; its rows are numbered from 1. */
export function register(
  receipt: number,
  rows: readonly Given[],
  { scope = bacNinh, period = quarter(2021, 1) }: { scope?: ProvinceId; period?: Period } = {},
): RegisterOf {
  const numbered = rows.map((given, index) => ({ row: index + 1, reported: row(given) }));
  return { submission: submissionId(receipt, 1), scope, period, rows: numbered };
}

/** `1-1:2`: the second row of the first receipt. */
export const id = (text: string): RowId => text as RowId;

export const said = (verdict: IdentityDecision['verdict'], one: string, other: string, at = 0): IdentityDecision => ({
  rows: [id(one), id(other)],
  verdict,
  by: 'Nguyễn Văn A',
  at,
  why: 'đã gọi điện hỏi',
});

/** `1-1:1 2-1:3 | 1-1:2`: the cooperatives with their rows, in the order of receipt. */
export function groups(assignments: readonly Assignment[]): string {
  const rows = new Map<RowId, RowId[]>();
  for (const { row, cooperative } of assignments) rows.set(cooperative, [...(rows.get(cooperative) ?? []), row]);
  return [...rows.values()].map((each) => each.join(' ')).join(' | ');
}

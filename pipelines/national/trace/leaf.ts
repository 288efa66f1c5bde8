import type { Catalogue } from '../../../schemas/catalogue';
import type { Locator } from '../../../schemas/cell';
import { gsoCode, type IndicatorCode, type ProvinceId, type SectorCode } from '../../../schemas/codes';
import { decimal, plain } from '../../../schemas/decimal';
import type { Form } from '../../../schemas/submission';

export type Role = 'term' | 'numerator' | 'denominator' | 'weight';

/** One cell that a figure comes from; `value` in `unit`, as the formula uses it. */
export interface Leaf {
  readonly role: Role;
  /** Of a comparison, the side that it is on: the period's own, or what that is held against. Null in all other figures. */
  readonly side: 'actual' | 'base' | null;
  /** GSO code, on the map of the report's period; null for the national plan. */
  readonly province: string | null;
  readonly submission: string | null;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
  /** As written; of a register's row the name of the cooperative, for its other cells are kept as understood. */
  readonly raw: string;
  readonly unit: string;
  readonly value: string;
  readonly note: string | null;
}

/** A figure as reported, with where. */
export interface Fact {
  readonly province: ProvinceId | null;
  readonly form: Form | null;
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly value_base: string;
  readonly raw: string;
  readonly unit_reported: string;
  readonly locator: Locator;
  readonly also: readonly Locator[];
  readonly conversion: string | null;
  readonly submission: string | null;
  readonly file_name: string;
}

/** The leaf of a fact. `part`: it stands for a sector of the figure's, not for the figure's own. */
export function leafOf(role: Role, fact: Fact, part: boolean, catalogue: Catalogue): Leaf {
  const unit = catalogue.indicators.get(fact.code)?.unit;
  const at = fact.locator;
  const notes = [
    part ? `lĩnh vực "${catalogue.sectors.get(fact.sector)?.label}", một phần của số được cộng từ các lĩnh vực` : null,
    fact.conversion,
    unit && fact.unit_reported !== unit.name ? `ghi bằng ${fact.unit_reported}` : null,
    fact.also.length > 0 ? `ghi lại ${fact.also.length} lần nữa trong tệp` : null,
  ].filter((note) => note !== null);
  return {
    role,
    side: null,
    province: fact.province === null ? null : gsoCode(fact.province),
    submission: fact.submission,
    file: fact.file_name,
    sheet: 'sheet' in at ? (at.sheet ?? null) : null,
    row: 'row' in at ? at.row : null,
    column: 'row' in at ? at.column : null,
    pointer: 'pointer' in at ? at.pointer : null,
    raw: fact.raw,
    unit: unit?.name ?? fact.unit_reported,
    value: plain(decimal(fact.value_base).div(unit?.factor ?? decimal('1'))),
    note: notes.join('; ') || null,
  };
}

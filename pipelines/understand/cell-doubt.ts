import type { Catalogue } from '../../schemas/catalogue';
import { type Cell, type Grid, type Locator, placeName, type Remark } from '../../schemas/cell';
import { decimal } from '../../schemas/decimal';
import type { DraftRow } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { identify } from '../normalise/indicator';

/** What a cell's figure is doubtful for, to be said of it; it may have to be held for it. */
export type CellDoubt = Pick<Finding, 'rule' | 'nature'> & { readonly why: string };

/** Looks up what a sheet remarks on its cells. */
export function remarksOf({ remarks = [] }: Pick<Grid, 'remarks'>): (at: Locator) => Remark | undefined {
  const key = (at: Locator) => ('row' in at ? `${at.row} ${at.column}` : at.pointer);
  const known = new Map(remarks.map((remark) => [key(remark.at), remark]));
  return (at) => known.get(key(at));
}

/**
 * The line without the figures that its cells do not surely say, and why. `cells`: those of the value and the plan, the
 * empty ones too, for a formula without a result leaves one.
 */
export function withoutDoubtful(
  draft: DraftRow,
  cells: { readonly value: Cell | null; readonly plan: Cell | null },
  remarkAt: (at: Locator) => Remark | undefined,
  catalogue: Catalogue,
): { draft: DraftRow; findings: Finding[] } {
  let sure = draft;
  const findings = (['value', 'plan'] as const).flatMap((measure) => {
    const cell = cells[measure];
    const doubt = cell && cellDoubt(cell, remarkAt(cell.at));
    if (!doubt) return [];
    if (doubt.nature === 'held') sure = { ...sure, [measure]: null };
    return [finding(draft, cell, doubt, catalogue)];
  });
  return { draft: sure, findings };
}

/** Why a cell's figure may not be what its text says; null where there is nothing to say. */
export function cellDoubt(cell: Cell, remark: Remark | undefined): CellDoubt | null {
  const { text, stored } = cell;
  if (remark?.kind === 'scaled')
    return {
      rule: 'cell.scaled',
      nature: 'held',
      why: `trang tính hiển thị "${excerpt(remark.shown)}" nhưng số lưu trong ô là ${vietnameseNumber(text)}, vì định dạng của ô rút gọn theo nghìn hoặc triệu; không biết đơn vị tính là của số nào. Ô này chưa được nạp: hãy đổi định dạng ô thành General, ghi số theo đúng đơn vị tính rồi gửi lại.`,
    };
  if (remark?.kind === 'no_result')
    return {
      rule: 'cell.no_result',
      nature: 'held',
      why: 'ô có công thức nhưng chưa được tính. Ô này chưa được nạp: hãy mở tệp trong Excel, lưu lại rồi gửi lại, hoặc ghi thẳng con số.',
    };
  if (remark?.kind === 'unshown')
    return {
      rule: 'cell.unshown',
      nature: 'doubt',
      why: `số lưu trong ô là ${vietnameseNumber(text)} nhưng định dạng của ô không cho thấy số đó; đã nạp số được lưu. Hãy kiểm tra lại.`,
    };
  if (/^\s*#(REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!|CALC!)\s*$/i.test(text))
    return {
      rule: 'cell.error_value',
      nature: 'held',
      why: `công thức báo lỗi ${excerpt(text)} nên không có số. Ô này chưa được nạp: hãy sửa công thức hoặc ghi thẳng con số rồi gửi lại.`,
    };
  if (cell.literal && stored !== undefined && !roundsTo(stored, text))
    return {
      rule: 'cell.shown_otherwise',
      nature: 'doubt',
      why: `trang tính hiển thị "${excerpt(text)}" nhưng số lưu trong ô là ${vietnameseNumber(stored)}; đã nạp số được hiển thị. Hãy kiểm tra lại.`,
    };
  return null;
}

/** Whether the text shows the stored number, or a hundred times it with a `%`, to the digits that it has. */
function roundsTo(stored: string, text: string): boolean {
  const [shown, decimals = ''] = /-?\d+(?:\.(\d+))?/.exec(text) ?? [];
  if (shown === undefined) return false;
  const isNear = (exact: string, hundredfold: string) =>
    decimal(exact).times(decimal(hundredfold)).round(decimals.length).eq(decimal(shown));
  return isNear(stored, '1') || (text.includes('%') && isNear(stored, '100'));
}

function finding(draft: DraftRow, { at, text }: Cell, { rule, nature, why }: CellDoubt, catalogue: Catalogue): Finding {
  const identified = identify(draft, catalogue);
  const about = 'finding' in identified ? null : identified;
  const name = about?.indicator.label ?? excerpt(draft.label?.text ?? draft.code?.text ?? '');
  return {
    rule,
    nature,
    code: about?.indicator.code ?? null,
    sector: about?.sector ?? null,
    at,
    raw: text,
    message: `Ở ${placeName(at)}, chỉ tiêu "${name}": ${why}`,
    proposal: null,
  };
}

import type { Catalogue, Indicator, WrittenUnit } from '../../schemas/catalogue';
import { type Cell, placeName } from '../../schemas/cell';
import type { SectorCode } from '../../schemas/codes';
import type { DraftRow } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { Quantity, type Unit, wholeShare } from '../../schemas/quantity';
import type { Measure, UnitPlace } from '../../schemas/submission';
import { excerpt } from '../../schemas/text';
import { readAmount } from './amount';
import { percentQuestion } from './cause';
import { identify } from './indicator';
import { withDigits, withoutWords } from './misprint';
import type { Notation } from './number';
import { conversionTo } from './unit';

/** What a cell may mean. */
export interface Candidate {
  readonly amount: Quantity;
  readonly notation: Notation | null;
}

/** A reported figure whose indicator, sector and unit are known; only its notation may still be open. */
export interface Figure {
  readonly row: DraftRow;
  readonly cell: Cell;
  readonly indicator: Indicator;
  readonly sector: SectorCode;
  readonly measure: Measure;
  readonly unitText: string;
  readonly unitFrom: UnitPlace;
  /** One of what was written, in the indicator's dimension. */
  readonly unit: Unit;
  readonly candidates: readonly Candidate[];
  readonly conversion: string | null;
}

/** The figures of one line (actual and plan), and what was wrong with the line. */
export function figuresOf(row: DraftRow, catalogue: Catalogue): { figures: Figure[]; findings: Finding[] } {
  const cells = [row.value, row.plan].filter((cell): cell is Cell => cell !== null);
  const filled = cells.filter((cell) => readAmount(cell, catalogue).kind !== 'none');
  if (filled.length === 0) return { figures: [], findings: [] };
  const identified = identify(row, catalogue);
  if ('finding' in identified) return { figures: [], findings: [identified.finding] };
  const { indicator, sector } = identified;

  const figures: Figure[] = [];
  const findings: Finding[] = [];
  for (const cell of filled) {
    const measure: Measure = cell === row.value ? 'actual' : 'plan';
    const wide = measure === 'actual' ? row.wideUnit.value : row.wideUnit.plan;
    const unit = row.unit ?? fitting(wide, indicator, catalogue);
    const read = readFigure(cell, row, unit, indicator, sector, catalogue);
    if ('figure' in read) figures.push({ ...read.figure, measure });
    findings.push(...read.findings.map((finding) => ({ ...finding, measure })));
  }
  return { figures, findings };
}

/** A unit written over a whole column counts only where it can be meant: `triệu đồng` says nothing of a number of people. */
function fitting(unit: Cell | null, indicator: Indicator, catalogue: Catalogue): Cell | null {
  const written = unit === null ? null : catalogue.unitOf(unit.text);
  return written !== null && conversionTo(indicator, written) !== null ? unit : null;
}

function readFigure(
  cell: Cell,
  row: DraftRow,
  unit: Cell | null,
  indicator: Indicator,
  sector: SectorCode,
  catalogue: Catalogue,
): { figure: Omit<Figure, 'measure'>; findings: Finding[] } | { findings: Finding[] } {
  const finding = (rule: string, nature: Finding['nature'], message: string): Finding => ({
    rule,
    nature,
    code: indicator.code,
    sector,
    at: cell.at,
    raw: cell.text,
    message,
    proposal: null,
  });
  const shown = `"${excerpt(cell.text)}" (${placeName(cell.at)}) của chỉ tiêu "${indicator.label}"`;
  const held = (rule: string, why: string) => ({ findings: [finding(rule, 'held', `${why} Ô này chưa được nạp.`)] });
  const amount = readAmount(cell, catalogue);
  if (amount.kind === 'none') return { findings: [] };
  const digits = amount.kind === 'amount' ? null : withDigits(cell.text);
  const mended = digits ?? (amount.kind === 'amount' ? null : withoutWords(cell.text));
  if (mended !== null) {
    const read = readFigure({ ...cell, text: mended }, row, unit, indicator, sector, catalogue);
    const [only, other] = 'figure' in read ? read.figure.candidates : [];
    const said = excerpt(mended);
    const [what, because] =
      digits === null
        ? ['có chữ trong ngoặc', `số đứng trước chữ trong ngoặc: "${said}"`]
        : ['có chữ cái lẫn trong chữ số', `chữ cái được ghi thay cho chữ số: "${said}"`];
    const found = finding(
      'number.misprint',
      'held',
      `Số ${shown} ${what}, có lẽ là "${said}". Ô này chưa được nạp: hãy xác nhận hoặc ghi lại.`,
    );
    const proposal =
      only && !other ? { value: only.amount.in(indicator.unit), unit: indicator.unit.name, because } : null;
    return { findings: [{ ...found, proposal }] };
  }
  const ownUnit = `chỉ tiêu này tính bằng ${indicator.unit.name}`;
  if (amount.kind === 'unreadable')
    return held('number.unreadable', `Không đọc được số ${shown}; ${howToWrite(cell.text)}.`);
  if (amount.kind === 'unknown_unit')
    return held('unit.unknown', `Không biết đơn vị "${excerpt(amount.unitText)}" trong ô ${shown}; ${ownUnit}.`);
  // The unit in the cell beats the unit column, which beats the header, which beats the preamble (forms.md).
  const outside = unit?.text.trim() ?? '';
  const unitText = amount.unitText ?? outside;
  const written = amount.unit ?? (outside === '' ? unitUnwritten(indicator, catalogue) : catalogue.unitOf(outside));
  if (written === null && outside === '')
    return held(
      'unit.missing',
      `Số ${shown} không ghi đơn vị tính (${indicator.unit.dimension === 'percent' ? percentQuestion : 'triệu đồng hay tỷ đồng?'}); hãy ghi đơn vị vào cột "Đơn vị tính".`,
    );
  if (written === null)
    return held('unit.unknown', `Không biết đơn vị "${excerpt(outside)}" của số ${shown}; ${ownUnit}.`);
  const conversion = conversionTo(indicator, written);
  if (conversion === null)
    return held('unit.mismatch', `Đơn vị "${excerpt(unitText)}" không hợp với số ${shown}: ${ownUnit}.`);
  const noted = unitInNote(row, catalogue);
  if (noted !== null && (noted.unit.name !== written.unit.name || noted.per !== written.per))
    return held(
      'unit.differs',
      `Số ${shown} ghi đơn vị "${excerpt(unitText)}", nhưng cột ghi chú ghi "${excerpt(row.note?.text ?? '')}"; hãy ghi lại đơn vị đúng.`,
    );
  const read = amount.readings.map((reading) => ({
    amount: Quantity.of(reading.value, conversion.unit),
    notation: reading.notation,
  }));
  const candidates = indicator.unit.dimension === 'count' ? wholes(read, conversion.unit) : read;
  const impossible = whyImpossible(indicator, candidates);
  if (impossible !== null) return held(impossible.rule, `Số ${shown} ${impossible.why}.`);
  const approximate = finding(
    'number.approximate',
    'remark',
    `Số ${shown} được ghi là số ước chừng; đã nạp như số đúng.`,
  );
  return {
    figure: {
      row,
      cell,
      indicator,
      sector,
      unitText: unitText || indicator.unit.name,
      unitFrom: unitPlace(amount.unitText, outside, row),
      unit: conversion.unit,
      candidates,
      conversion: conversion.because,
    },
    findings: amount.approximate ? [approximate] : [],
  };
}

/**
 * Half a cooperative or half a person does not exist, so a reading that makes one is none; nor does anybody write people
 * with decimals, so `12.000` is twelve thousand of them; of thousands of people one may.
 */
function wholes(read: readonly Candidate[], unit: Unit): readonly Candidate[] {
  const whole = read.filter(({ amount }) => amount.isWhole());
  const [one, other] = whole;
  if (one === undefined || other === undefined || !unit.factor.eq('1')) return whole;
  const larger = one.amount.isNegative() ? -1 : 1;
  return [one.amount.compare(other.amount) * larger > 0 ? one : other];
}

/** What to do about a text that is no number. */
function howToWrite(text: string): string {
  if (/^\s*không/i.test(text.normalize('NFC'))) return 'hãy ghi 0, hoặc để trống nếu chưa có số liệu';
  if (/^#+$/.test(text.trim())) return 'cột quá hẹp nên ô chỉ hiện dấu #; hãy kéo rộng cột rồi xuất lại tệp';
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$|^\d{1,2}\/\d{1,2}$/.test(text.trim()))
    return 'ô này có lẽ đã thành ngày tháng; hãy ghi lại một số';
  if (/\d/.test(text)) return 'hãy ghi một số duy nhất trong ô, phần giải thích ghi ở cột ghi chú';
  return 'hãy ghi lại bằng chữ số, ví dụ 1.056.714 hoặc 2.056,598';
}

/** Why such a figure cannot be, whichever way it is read; null where it can. */
export function whyImpossible(
  { kind, unit }: Indicator,
  candidates: readonly Pick<Candidate, 'amount'>[],
): { rule: string; why: string } | null {
  if (candidates.length === 0) return { rule: 'number.not_whole', why: `phải là số nguyên (${unit.name})` };
  if (kind !== 'average' && candidates.every(({ amount }) => amount.isNegative()))
    return { rule: 'number.negative', why: 'là số âm, mà chỉ tiêu này không thể âm; có lẽ đây là mức tăng giảm' };
  if (kind === 'ratio' && candidates.every(({ amount }) => amount.compare(wholeShare) > 0))
    return {
      rule: 'number.over_whole',
      why: 'là hơn 100%, mà tỷ lệ này không thể quá 100%; có lẽ đây là số đếm, hoặc là % so với kỳ trước',
    };
  return null;
}

function unitPlace(inCell: string | null, outside: string, row: DraftRow): UnitPlace {
  if (inCell !== null) return 'cell';
  if (outside === '') return 'none';
  return row.unit === null ? 'column' : 'line';
}

/** A note that says nothing but a unit: `nghìn đồng`, `(ĐVT: nghìn đồng)`. */
function unitInNote({ note }: DraftRow, catalogue: Catalogue): WrittenUnit | null {
  const text = (note?.text ?? '').replace(/^\s*\(?\s*(?:(?:ĐVT|đơn vị tính|đơn vị)\s*:?)?\s*|\s*\)?\s*$/giu, '');
  const unit = text.length > 50 ? null : catalogue.unitOf(text);
  return unit?.unit.dimension === 'money' ? unit : null;
}

/** A count needs no unit; money and shares do, for triệu or tỷ, 0,35 or 35, nobody can tell. */
function unitUnwritten(indicator: Indicator, catalogue: Catalogue): WrittenUnit | null {
  return indicator.unit.dimension === 'count' ? catalogue.unitOf(indicator.unit.name) : null;
}

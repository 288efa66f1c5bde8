import type { Settings } from '../../config/settings';
import { readAmount } from '../../pipelines/normalise/amount';
import { whyImpossible } from '../../pipelines/normalise/figures';
import { conversionTo } from '../../pipelines/normalise/unit';
import type { Catalogue, Indicator } from '../../schemas/catalogue';
import { locatorText, placeName } from '../../schemas/cell';
import { type Decimal, decimal } from '../../schemas/decimal';
import { Quantity, type Unit } from '../../schemas/quantity';
import { excerpt, oneLine, storable } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { transaction } from '../../sinks/warehouse/connect';
import {
  type Correction,
  type Doubt,
  type DoubtedFigure,
  decide,
  doubtOf,
  type Verdict,
} from '../../sinks/warehouse/resolve';
import { withSystem } from '../system';
import type { Warehouse } from '../warehouse';
import { CommandError } from './error';

export interface ResolveOptions {
  readonly value?: string;
  readonly unit?: string;
  readonly cell?: string;
  readonly by: string;
  readonly why: string;
}

/** A person's decision about a finding: its figures are kept, corrected or rejected; `undo` takes the decision back. */
export async function resolve(
  finding: string,
  verdict: Verdict,
  options: ResolveOptions,
  settings: Settings,
): Promise<number> {
  if ((options.value !== undefined || options.unit !== undefined) && verdict !== 'correct')
    throw new CommandError('resolve: --value và --unit chỉ đi với correct', 2);
  return withSystem(settings, async ({ warehouse, jobs, now }) => {
    const { text, period } = await takeDecision(warehouse, { finding, verdict, ...options }, now());
    await jobs.add('rollup', { period });
    process.stdout.write(`${text}\n`);
    return 0;
  });
}

type Given = ResolveOptions & { readonly finding: string; readonly verdict: Verdict };

/** A figure that is decided about, and what it is corrected to. */
interface Decided {
  readonly figure: DoubtedFigure;
  readonly corrected: (Correction & { readonly value: string }) | null;
}

/** Takes a decision in and says in a sentence what stands now. Throws CommandError where it cannot be taken. */
export async function takeDecision(
  { pool, catalogue }: Pick<Warehouse, 'pool' | 'catalogue'>,
  given: Given,
  now: Date,
): Promise<{ text: string; period: Doubt['period'] }> {
  const [finding, by, why] = [given.finding, given.by.trim(), given.why.trim()].map(storable) as [
    string,
    string,
    string,
  ];
  if (by === '' || why === '') throw new CommandError('resolve: --by và --why phải ghi ai quyết định và lý do', 2);
  const { verdict } = given;
  return transaction(pool, async (client) => {
    const doubt = await doubtOf(client, finding);
    if (doubt === null)
      throw new CommandError(`${oneLine(finding)}: không có điểm này; \`tonghop findings\` liệt kê các điểm`);
    const asked = figuresOf(doubt, given);
    const asProposed = verdict === 'correct' && given.value === undefined && given.unit === undefined;
    // Of a cell of which nobody knows what it should be a person has to say it.
    const known = asProposed ? asked.filter(({ proposal }) => proposal !== null) : asked;
    const left = known.length === 0 ? [] : asked.filter((figure) => !known.includes(figure));
    const figures = (known.length === 0 ? asked : known).map(
      (figure): Decided => ({ figure, corrected: verdict === 'correct' ? correction(figure, given, catalogue) : null }),
    );
    const [first, ...rest] = figures as [Decided, ...Decided[]];
    const place = given.cell === undefined || first.figure.at === null ? null : placeName(first.figure.at);
    const { value, unit } = rest.length === 0 && first.corrected ? first.corrected : { value: null, unit: given.unit };
    const decision = { verdict, value, unit: unit ?? null, place, by, why };
    await decide(client, doubt, decision, figures, left.length > 0 ? 'open' : null, now);
    const open = left.flatMap(({ at }) => (at === null ? [] : placeName(at))).join('; ');
    const more = left.length === 0 ? '' : `; chưa có đề xuất cho ${open}: hãy ghi riêng bằng --cell và --value`;
    return { text: `${finding}: ${inWords(verdict, [first, ...rest], given, doubt)}${more}`, period: doubt.period };
  });
}

/** The figures of a finding that are decided about: the one in the cell that is named, else all; one value is none for several. */
function figuresOf({ figures, wrong }: Doubt, { verdict, value, cell }: Given): readonly DoubtedFigure[] {
  const [first, second] = figures;
  if (cell !== undefined) {
    const named = (text: string) =>
      text.toLowerCase().replaceAll(/\s/g, '') === cell.toLowerCase().replaceAll(/\s/g, '');
    const there = figures.filter(({ at }) => at !== null && (named(locatorText(at)) || named(placeName(at))));
    if (there.length === 1) return there;
    const places = figures.flatMap(({ at }) => (at === null ? [] : placeName(at)));
    throw new CommandError(
      `--cell ${oneLine(cell)}: điểm này nói về ${places.join('; ')}; hãy ghi một trong các ô đó`,
      2,
    );
  }
  const isOfOne = value !== undefined || (wrong === 'one' && (verdict === 'correct' || verdict === 'reject'));
  if (second === undefined || !isOfOne) return onceEach(figures);
  const example = first.at === null ? '' : ` (chẳng hạn --cell "${placeName(first.at)}")`;
  const orAll = wrong === 'all' ? ', hoặc bỏ --value để chữa mọi ô như đề xuất, hoặc chỉ ghi --unit' : '';
  throw new CommandError(
    `resolve: điểm này nói về ${figures.length} ô; hãy ghi ô nào bằng --cell${example}${orAll}`,
    2,
  );
}

/** A figure that stands in a file twice is one figure. */
function onceEach(figures: readonly DoubtedFigure[]): readonly DoubtedFigure[] {
  const first = new Map(
    figures.toReversed().map((figure) => [`${figure.code} ${figure.sector} ${figure.measure}`, figure]),
  );
  return figures.filter((figure) => figure.code === null || [...first.values()].includes(figure));
}

function inWords(
  verdict: Verdict,
  [first, ...rest]: readonly [Decided, ...Decided[]],
  given: Given,
  doubt: Doubt,
): string {
  const { figure, corrected } = first;
  const many = rest.length === 0 ? '' : ` của ${rest.length + 1} ô`;
  if (verdict === 'keep') return `giữ nguyên số liệu${many}`;
  if (verdict === 'reject') return `không dùng số liệu ${many === '' ? 'này' : many.trim()}`;
  if (corrected === null) return 'đã bỏ quyết định trước, chờ xử lý lại';
  // Who writes 12.345 may mean twelve thousand.
  const point = /^-?\d{1,3}\.\d{3}$/.test(given.value?.trim() ?? '') ? '; dấu chấm được đọc là dấu thập phân' : '';
  const raw = figure.raw === null ? '' : ` (trong tệp: "${oneLine(figure.raw)}")`;
  const to = `thành ${vietnameseNumber(corrected.value)} ${corrected.unit}${raw}${point}`;
  if (rest.length > 0) return `chữa ${rest.length + 1} ô, ô đầu ${to}`;
  const others = doubt.wrong === 'all' ? doubt.figures.length - 1 : 0;
  return `chữa ${to}${others === 0 ? '' : `; ${others} ô khác của điểm này vẫn như đang dùng`}`;
}

/**
 * What a figure is corrected to: the value given, with its own unit (`11.400 triệu đồng`), or a plain number in the unit of
 * the proposal, else of the cell; with a unit alone the number that stands there, in that unit; without either what was
 * proposed.
 */
function correction(
  figure: DoubtedFigure,
  { value, unit: inUnit }: Pick<ResolveOptions, 'value' | 'unit'>,
  catalogue: Catalogue,
): Correction & { value: string } {
  const { code, proposal, loaded, measure } = figure;
  const indicator = code === null ? undefined : catalogue.indicators.get(code);
  if (indicator === undefined)
    throw new CommandError('resolve: điểm này không nói về một số liệu cụ thể, nên không có gì để chữa');
  if (measure === 'stated')
    throw new CommandError(
      'resolve: điểm này nói về một số so sánh ghi kèm, không số liệu nào tính từ đó, nên không có gì để chữa; hãy dùng keep, hoặc đề nghị tỉnh gửi báo cáo sửa',
    );
  if (value === undefined && inUnit === undefined && proposal === null)
    throw new CommandError(
      'resolve: không có giá trị đề xuất; hãy ghi giá trị đúng bằng --value, hoặc đơn vị đúng bằng --unit',
      2,
    );
  const { number, unit } =
    value === undefined && inUnit !== undefined
      ? { number: numberIn(figure, indicator, catalogue), unit: fitting(inUnit, indicator, catalogue) }
      : written(
          value ?? proposal?.value ?? '',
          inUnit ?? proposal?.unit ?? loaded?.unit_reported ?? indicator.unit.name,
          indicator,
          catalogue,
        );
  const amount = Quantity.of(number, unit);
  const wholes = indicator.unit.dimension !== 'count' || amount.isWhole() ? [{ amount }] : [];
  const impossible = whyImpossible(indicator, wholes);
  if (impossible !== null)
    throw new CommandError(`--value ${oneLine(value ?? '')}: số của chỉ tiêu ${indicator.code} ${impossible.why}`, 2);
  return { amount, unit: unit.name, value: number.toFixed() };
}

/** The number that stands in the cell, as it was understood; of one that was not loaded, where it reads in one way only. */
function numberIn({ loaded, raw, at }: DoubtedFigure, indicator: Indicator, catalogue: Catalogue): Decimal {
  if (loaded !== null) {
    const unit = fitting(loaded.unit_reported, indicator, catalogue);
    return decimal(Quantity.fromBase(decimal(loaded.value_base), unit.dimension).in(unit));
  }
  const read = readAmount({ text: raw ?? '', literal: false }, catalogue);
  const [reading, other] = read.kind === 'amount' ? read.readings : [];
  if (reading === undefined || other !== undefined)
    throw new CommandError(
      `--unit: không rõ số "${excerpt(raw ?? '')}"${at === null ? '' : ` (${placeName(at)})`} là bao nhiêu; hãy ghi riêng ô này bằng --cell và --value`,
      2,
    );
  return reading.value;
}

function fitting(name: string, indicator: Indicator, catalogue: Catalogue): Unit {
  if (name === indicator.unit.name) return indicator.unit;
  const known = catalogue.unitOf(name);
  if (known === null) throw new CommandError(`--unit ${oneLine(name)}: không có đơn vị này`, 2);
  const fits = conversionTo(indicator, known);
  if (fits === null)
    throw new CommandError(
      `resolve: chỉ tiêu ${indicator.code} tính bằng ${indicator.unit.name}, không phải ${oneLine(name)}`,
      2,
    );
  return fits.unit;
}

function written(
  text: string,
  unitText: string,
  indicator: Indicator,
  catalogue: Catalogue,
): { number: Decimal; unit: Unit } {
  if (/^-?\d+(\.\d+)?$/.test(text.trim()))
    return { number: decimal(text.trim()), unit: fitting(unitText, indicator, catalogue) };
  const read = readAmount({ text, literal: false }, catalogue);
  const isCount = indicator.unit.dimension === 'count';
  const readings = read.kind === 'amount' ? read.readings : [];
  const [reading, other] = readings.filter((each) => !isCount || each.value.eq(each.value.round(0)));
  if (read.kind !== 'amount' || reading === undefined || other !== undefined)
    throw new CommandError(
      `--value ${oneLine(text)}: hãy ghi một số trơn (11400, hoặc 11.4 với dấu chấm thập phân) tính bằng ${unitText}, hoặc số chỉ đọc được một cách kèm đơn vị (11.400,5 triệu đồng)`,
      2,
    );
  return { number: reading.value, unit: fitting(read.unitText ?? unitText, indicator, catalogue) };
}

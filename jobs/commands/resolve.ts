import type { Settings } from '../../config/settings';
import { readAmount } from '../../pipelines/normalise/amount';
import { whyImpossible } from '../../pipelines/normalise/figures';
import { conversionTo } from '../../pipelines/normalise/unit';
import type { Catalogue, Indicator } from '../../schemas/catalogue';
import { type Decimal, decimal } from '../../schemas/decimal';
import { Quantity, type Unit } from '../../schemas/quantity';
import { oneLine, storable } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { transaction } from '../../sinks/warehouse/connect';
import { type DoubtedFigure, decide, doubtedFigure, type Verdict } from '../../sinks/warehouse/resolve';
import { withSystem } from '../system';
import type { Warehouse } from '../warehouse';
import { CommandError } from './error';

export interface ResolveOptions {
  readonly value?: string;
  readonly unit?: string;
  readonly by: string;
  readonly why: string;
}

/** A person's decision about a finding: the figure is kept, corrected or rejected; `undo` takes the decision back. */
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

/** Takes a decision in and says in a sentence what stands now. Throws CommandError where it cannot be taken. */
export async function takeDecision(
  { pool, catalogue }: Pick<Warehouse, 'pool' | 'catalogue'>,
  given: ResolveOptions & { readonly finding: string; readonly verdict: Verdict },
  now: Date,
): Promise<{ text: string; period: DoubtedFigure['period'] }> {
  const [finding, by, why] = [given.finding, given.by.trim(), given.why.trim()].map(storable) as [
    string,
    string,
    string,
  ];
  if (by === '' || why === '') throw new CommandError('resolve: --by và --why phải ghi ai quyết định và lý do', 2);
  return transaction(pool, async (client) => {
    const figure = await doubtedFigure(client, finding);
    if (figure === null)
      throw new CommandError(`${oneLine(finding)}: không có điểm này; \`tonghop findings\` liệt kê các điểm`);
    const corrected = given.verdict === 'correct' ? correction(figure, given, catalogue) : null;
    const [value, unit] = [corrected?.value ?? null, corrected?.unit ?? null];
    await decide(
      client,
      { finding, verdict: given.verdict, value, unit, by, why },
      figure,
      corrected?.amount ?? null,
      now,
    );
    // Who writes 12.345 may mean twelve thousand.
    const point = /^-?\d{1,3}\.\d{3}$/.test(given.value?.trim() ?? '') ? '; dấu chấm được đọc là dấu thập phân' : '';
    const words = {
      keep: 'giữ nguyên số liệu',
      correct: `chữa thành ${vietnameseNumber(value ?? '')} ${unit}${figure.raw === null ? '' : ` (trong tệp: "${oneLine(figure.raw)}")`}${point}`,
      reject: 'không dùng số liệu này',
      undo: 'đã bỏ quyết định trước, chờ xử lý lại',
    }[given.verdict];
    return { text: `${finding}: ${words}`, period: figure.period };
  });
}

/**
 * What a figure is corrected to: the value given, with its own unit (`11.400 triệu đồng`), or a plain number in the unit of
 * the proposal, else of the cell; without a value what was proposed.
 */
function correction(
  figure: DoubtedFigure,
  { value, unit: inUnit }: Pick<ResolveOptions, 'value' | 'unit'>,
  catalogue: Catalogue,
) {
  const { code, proposal, unit_reported } = figure;
  const indicator = code === null ? undefined : catalogue.indicators.get(code);
  if (indicator === undefined)
    throw new CommandError('resolve: điểm này không nói về một số liệu cụ thể, nên không có gì để chữa');
  if (value === undefined && proposal === null)
    throw new CommandError('resolve: không có giá trị đề xuất; hãy ghi giá trị đúng bằng --value', 2);
  const unitText = inUnit ?? proposal?.unit ?? unit_reported ?? indicator.unit.name;
  const { number, unit } = written(value ?? proposal?.value ?? '', unitText, indicator, catalogue);
  const amount = Quantity.of(number, unit);
  const wholes = indicator.unit.dimension !== 'count' || amount.isWhole() ? [{ amount }] : [];
  const impossible = whyImpossible(indicator, wholes);
  if (impossible !== null)
    throw new CommandError(`--value ${oneLine(value ?? '')}: số của chỉ tiêu ${indicator.code} ${impossible.why}`, 2);
  return { amount, unit: unit.name, value: number.toFixed() };
}

function written(
  text: string,
  unitText: string,
  indicator: Indicator,
  catalogue: Catalogue,
): { number: Decimal; unit: Unit } {
  const fitting = (name: string): Unit => {
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
  };
  if (/^-?\d+(\.\d+)?$/.test(text.trim())) return { number: decimal(text.trim()), unit: fitting(unitText) };
  const read = readAmount({ text, literal: false }, catalogue);
  const isCount = indicator.unit.dimension === 'count';
  const readings = read.kind === 'amount' ? read.readings : [];
  const [reading, other] = readings.filter((each) => !isCount || each.value.eq(each.value.round(0)));
  if (read.kind !== 'amount' || reading === undefined || other !== undefined)
    throw new CommandError(
      `--value ${oneLine(text)}: hãy ghi một số trơn (11400, hoặc 11.4 với dấu chấm thập phân) tính bằng ${unitText}, hoặc số chỉ đọc được một cách kèm đơn vị (11.400,5 triệu đồng)`,
      2,
    );
  return { number: reading.value, unit: fitting(read.unitText ?? unitText) };
}

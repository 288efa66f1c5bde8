import type { Settings } from '../../config/settings';
import { readAmount } from '../../pipelines/normalise/amount';
import type { Catalogue } from '../../schemas/catalogue';
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
    throw new CommandError('resolve: --value and --unit go with correct only', 2);
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
  if (by === '' || why === '') throw new CommandError('resolve: --by and --why must say who and why', 2);
  return transaction(pool, async (client) => {
    const figure = await doubtedFigure(client, finding);
    if (figure === null) throw new CommandError(`${oneLine(finding)}: there is no such finding`);
    const corrected = given.verdict === 'correct' ? correction(figure, given, catalogue) : null;
    const [value, unit] = [corrected?.value ?? null, corrected?.unit ?? null];
    await decide(
      client,
      { finding, verdict: given.verdict, value, unit, by, why },
      figure,
      corrected?.amount ?? null,
      now,
    );
    const words = {
      keep: 'giữ nguyên số liệu',
      correct: `chữa thành ${vietnameseNumber(value ?? '')} ${unit}${figure.raw === null ? '' : ` (trong tệp: "${oneLine(figure.raw)}")`}`,
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
    throw new CommandError('resolve: this finding is about no single figure, so there is nothing to correct');
  if (value === undefined && proposal === null)
    throw new CommandError('resolve: nothing was proposed, so --value must say what it is', 2);
  const unitText = inUnit ?? proposal?.unit ?? unit_reported ?? indicator.unit.name;
  const { number, unit } = written(value ?? proposal?.value ?? '', unitText, indicator.unit, catalogue);
  if (unit.dimension !== indicator.unit.dimension)
    throw new CommandError(`resolve: ${indicator.code} is kept in ${indicator.unit.name}, not in ${unit.name}`, 2);
  return {
    amount: Quantity.of(number, { ...unit, dimension: indicator.unit.dimension }),
    unit: unit.name,
    value: number.toFixed(),
  };
}

function written(text: string, unitText: string, own: Unit, catalogue: Catalogue): { number: Decimal; unit: Unit } {
  const known = (name: string): Unit => {
    const unit = name === own.name ? own : catalogue.unitOf(name)?.unit;
    if (unit === undefined) throw new CommandError(`--unit ${oneLine(name)}: no such unit`, 2);
    return unit;
  };
  if (/^-?\d+(\.\d+)?$/.test(text.trim())) return { number: decimal(text.trim()), unit: known(unitText) };
  const read = readAmount({ text, literal: false }, catalogue);
  const [reading, other] = read.kind === 'amount' ? read.readings : [];
  if (read.kind !== 'amount' || reading === undefined || other !== undefined)
    throw new CommandError(
      `--value ${oneLine(text)}: write a plain number (11400, 11.4) in ${unitText}, or one that reads one way with its unit (11.400,5 triệu đồng)`,
      2,
    );
  return { number: reading.value, unit: read.unit?.unit ?? known(unitText) };
}

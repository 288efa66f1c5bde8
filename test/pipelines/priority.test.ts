import { priorities } from '../../pipelines/priority';
import { IndicatorCode, SectorCode } from '../../schemas/codes';
import type { Stake } from '../../schemas/stake';
import { catalogue } from './take-in';

/** A finding about one of 1.000 tỷ of the national 100.000 tỷ. */
function stake(finding: string, changes: Partial<Stake> = {}): Stake {
  return {
    ...{ finding, rule: 'cell.contradicted', severity: 'warning', status: 'open', period: '2020-Q4' },
    ...{ code: IndicatorCode.parse('htx.charter_capital'), sector: SectorCode.parse('all') },
    ...{ value: '1e12', national: '1e14', provinces: 63 },
    proposal: proposal('1000'),
    ...changes,
  };
}
const proposal = (value: string) => ({ value, unit: 'tỷ đồng', because: '' });
const effects = (...stakes: Stake[]) =>
  [...priorities(stakes, catalogue)].map(([id, { effect, needed }]) => `${id} ${effect.toFixed(4)} ${needed}`);

test('a wrong unit of one province comes before a swapped digit, and what is decided comes last', () => {
  const unit = stake('unit', {
    rule: 'unit.contradicted',
    value: '1e15',
    national: '1.099e15',
    proposal: proposal('1000'),
  });
  expect(effects(stake('done', { status: 'kept' }), stake('digit', { proposal: proposal('1090') }), unit)).toEqual([
    // 0,99 × 999.000 ÷ 100.000 and 0,97 × 90 ÷ 100.090
    'unit 9.8901 true',
    'digit 0.0009 false',
    'done 0.0000 false',
  ]);
});

test('the line is where what is left of every national figure is under 1%', () => {
  const half = (finding: string, changes: Partial<Stake> = {}) =>
    stake(finding, { proposal: proposal('1600'), ...changes });
  const other = { code: IndicatorCode.parse('fund.capital') };
  expect(effects(half('a'), half('b'), half('c', other))).toEqual([
    'a 0.0058 true',
    'b 0.0058 false',
    'c 0.0058 false',
  ]);
});

test('a figure that was not loaded is missing whole; one of which nobody knows better may be off by a part', () => {
  expect(
    effects(stake('held', { severity: 'error', value: null, national: '9.9e13', proposal: proposal('1000') })),
  ).toEqual(['held 0.0100 true']);
  expect(effects(stake('unsure', { rule: 'figures.contradicted', proposal: null }))).toEqual(['unsure 0.0012 false']);
});

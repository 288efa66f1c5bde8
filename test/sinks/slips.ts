import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '../../config/root';

/** The report of Bắc Giang for a first half-year with slips in it, so that much of it contradicts itself. */
export const slipped: fc.Arbitrary<string> = fc
  .record({
    year: fc.constantFrom('2020', '2021', '2022'),
    slips: fc.array(
      fc.record({ at: fc.nat(), of: fc.constantFrom<Slip>('copied', 'shifted', 'longer', 'swapped', 'doubtful') }),
      {
        maxLength: 5,
      },
    ),
  })
  .map(({ year, slips }) => {
    const values = slips.reduce<readonly string[]>((now, { at, of }) => changes[of](now, at % now.length), numbers);
    const rest = [...values];
    return lines
      .map((line) => (isRow(line) ? withValue(line, rest.shift() ?? '') : line.replaceAll('2021', year)))
      .join('\n');
  });

const file = path.join(projectRoot, 'config/reports/24_bac-giang_2021-H1.csv');
const lines = readFileSync(file, 'utf8').trim().split('\n');
const isRow = (line: string) => /^[-+\d]/.test(line);
const numbers = lines.filter(isRow).map((line) => line.split(';')[3] ?? '');

function withValue(line: string, value: string): string {
  const [number, label, unit, , ...rest] = line.split(';');
  return [number, label, unit, value, ...rest].join(';');
}

type Slip = 'copied' | 'shifted' | 'longer' | 'swapped' | 'doubtful';
type Change = (values: readonly string[], at: number) => readonly string[];
const changes: Readonly<Record<Slip, Change>> = {
  copied: (values, at) => values.with(at, values[at + 1] ?? ''),
  shifted: (values, at) => [
    ...values.slice(0, at),
    values[at] ?? '',
    ...values.slice(at, at + 4),
    ...values.slice(at + 5),
  ],
  longer: (values, at) => values.with(at, (values[at] ?? '').replace(/\d(?=\D*$)/, '$&0')),
  swapped: (values, at) => values.with(at, (values[at] ?? '').replace(/(\d)(\d)/, '$2$1')),
  doubtful: (values, at) => values.with(at, '34.357'),
};

import type { Leaf, Trace } from '../../../pipelines/national/trace';
import { type Decimal, decimal, zero } from '../../../schemas/decimal';
import { minus, percentOf, type Rational, rational } from '../../../schemas/rational';

/** What the formula of a trace makes of its leaves. Throws where it is none that is known, or a comparison lacks a side. */
export function reckoned({ formula, leaves }: Pick<Trace, 'formula' | 'leaves'>): Rational {
  const text = formula.replace(/, term and weight of one province$/, '');
  const change = /^(.+)\[actual\](.*) − (.+)\[base\](.*)$/.exec(text);
  const percent = /^100 × \((.+\[actual\].*)\) ÷ \((.+\[base\].*)\)$/.exec(text);
  if (percent) {
    const found = percentOf(side(percent[1] ?? '', leaves, 'actual'), side(percent[2] ?? '', leaves, 'base'));
    if (found === null) throw new Error(`${formula}: the base is zero`);
    return found;
  }
  if (change) {
    const [actual = '', base = ''] = text.split(' − ');
    return minus(side(actual, leaves, 'actual'), side(base, leaves, 'base'));
  }
  return figure(text, leaves);
}

const side = (text: string, leaves: readonly Leaf[], name: 'actual' | 'base') =>
  figure(
    text.replaceAll(`[${name}]`, ''),
    leaves.filter((leaf) => leaf.side === name),
  );

function figure(text: string, leaves: readonly Leaf[]): Rational {
  const sum = (role: Leaf['role'], of = leaves) => sumOf(of.filter((leaf) => leaf.role === role));
  switch (text) {
    case 'Σ term':
      return rational(sum('term'));
    case 'term':
      if (leaves.length !== 1) throw new Error(`${leaves.length} leaves stand alone`);
      return rational(sum('term'));
    case '100 × Σ numerator ÷ Σ denominator':
      return rational(sum('numerator').times('100'), sum('denominator'));
    case 'Σ (term × weight) ÷ Σ weight': {
      const provinces = [...new Set(leaves.map(({ province }) => province))];
      const products = provinces.map((province) => {
        const of = leaves.filter((leaf) => leaf.province === province);
        return sum('term', of).times(sum('weight', of));
      });
      return rational(
        products.reduce((total, each) => total.plus(each), zero),
        sum('weight'),
      );
    }
    default:
      throw new Error(`no formula that is known: ${text}`);
  }
}

const sumOf = (leaves: readonly Leaf[]): Decimal =>
  leaves.reduce((total, { value }) => total.plus(decimal(value)), zero);

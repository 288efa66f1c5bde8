export interface Condition {
  readonly operator: string;
  readonly than: number;
}

/** A piece of a number format code, before any meaning: `0`, `,`, a quoted unit, the letter of a date. */
export interface Token {
  readonly kind:
    | 'literal'
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'exponent'
    | 'slash'
    | 'letter'
    | 'general'
    | 'end';
  readonly text: string;
}

const pattern = new RegExp(
  [
    '"(?<quoted>[^"]*)"?',
    '\\\\(?<escaped>.)',
    '_(?<width>.)',
    '\\*(?<fill>.)',
    '\\[(?<bracket>[^\\]]*)\\]',
    '(?<general>general|@)',
    '(?<exponent>e[+-])',
    '(?<letter>am/pm|a/p|[a-z])',
    '(?<digit>[0#?])',
    '(?<point>[.])',
    '(?<comma>,)',
    '(?<percent>%)',
    '(?<slash>/)',
    '(?<end>;)',
    '(?<literal>.)',
  ].join('|'),
  'gisu',
);

/** The pieces of a code, and the conditions between them. Letters of dates are told from letters that somebody forgot to quote later, by the section they stand in. */
export function* tokensOf(code: string): Generator<{ token?: Token; condition?: Condition }> {
  for (const { groups } of code.matchAll(pattern)) {
    const [name = '', text = ''] = Object.entries(groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    if (name === 'fill') continue;
    if (name === 'bracket') yield* bracketed(text);
    else if (name === 'width') yield { token: { kind: 'literal', text: ' ' } };
    else if (name === 'quoted' || name === 'escaped') yield { token: { kind: 'literal', text } };
    else yield { token: { kind: name as Token['kind'], text } };
  }
}

/** `[h]`, `[>=100]`, `[$đ-42A]`; colours and languages change nothing. */
function* bracketed(inner: string): Generator<{ token?: Token; condition?: Condition }> {
  const condition = conditionOf(inner);
  if (condition) yield { condition };
  else if (/^(h+|m+|s+)$/i.test(inner)) yield { token: { kind: 'letter', text: `[${inner[0]}` } };
  else if (inner.startsWith('$')) yield { token: { kind: 'literal', text: inner.slice(1).replace(/-[^-]*$/, '') } };
}

function conditionOf(text: string): Condition | null {
  const match = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(text);
  return match ? { operator: match[1] ?? '', than: Number(match[2]) } : null;
}

import { type Condition, type Token, tokensOf } from './format-tokens';

/** What a number format says of the numbers it shows; `general` where it says nothing. */
export interface NumberFormat {
  readonly sections: readonly Section[];
}

export interface Section {
  readonly condition: Condition | null;
  /** What stands around the number: units and signs of currency; blanks, signs and parentheses are left out. */
  readonly prefix: string;
  readonly suffix: string;
  /** They hold digits beside the number's own (`0"000"`), so that another number is shown. */
  readonly addsDigits: boolean;
  readonly shows: Shows;
}

/** `whole`: a fraction or a power of ten, which show the value in another shape; `nothing`: no digits at all. */
export type Shows =
  | { readonly kind: 'general' | 'whole' | 'nothing' }
  | { readonly kind: 'date'; readonly parts: DateParts }
  | Digits;

export interface Digits {
  readonly kind: 'digits';
  readonly leastWhole: number;
  readonly leastDecimals: number;
  readonly mostDecimals: number;
  /** Powers of ten between the value and what is shown: 2 for each `%`, -3 for each comma at the end. */
  readonly percent: number;
  readonly scale: number;
  /** The whole section, where more than thousands marks stands between its places of digits (`00"/"00`). */
  readonly pattern: readonly Token[] | null;
}

export interface DateParts {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
  /** `[h]`: hours beyond 24, a length of time rather than a time of day. */
  readonly elapsed: boolean;
}

/** Reads a format code such as `#,##0.0" triệu đồng";[Red]-#,##0.0`. It takes any text. */
export function numberFormat(code: string): NumberFormat {
  const sections: { tokens: Token[]; condition: Condition | null }[] = [{ tokens: [], condition: null }];
  for (const { token, condition } of tokensOf(code === '' ? 'General' : code)) {
    const section = sections.at(-1);
    if (token?.kind === 'end') sections.push({ tokens: [], condition: null });
    else if (token) section?.tokens.push(token);
    if (condition && section) section.condition = condition;
  }
  // The fourth section is for texts.
  return { sections: sections.slice(0, 3).map(({ tokens, condition }) => sectionOf(tokens, condition)) };
}

/** The section for a value: by its condition, else the usual positive, negative, zero. Null where none is for it. */
export function sectionFor({ sections }: NumberFormat, value: string): Section | null {
  const [first] = sections;
  if (sections.length === 1 && first?.condition === null) return first;
  const number = Number(value);
  if (sections.some(({ condition }) => condition !== null)) {
    // A section without a condition beside those that have one is for all the rest.
    const fitting = sections.find(({ condition }) => condition !== null && holds(condition, number));
    return fitting ?? sections.find(({ condition }) => condition === null) ?? null;
  }
  return (number < 0 ? sections[1] : number === 0 && sections.length > 2 ? sections[2] : first) ?? null;
}

function holds({ operator, than }: Condition, value: number): boolean {
  switch (operator) {
    case '<':
      return value < than;
    case '<=':
      return value <= than;
    case '>':
      return value > than;
    case '>=':
      return value >= than;
    case '=':
      return value === than;
    default:
      return value !== than;
  }
}

function sectionOf(tokens: readonly Token[], condition: Condition | null): Section {
  const plain = { condition, prefix: '', suffix: '', addsDigits: false };
  const around = (from: number, to: number) => {
    const prefix = prefixOf(tokens.slice(0, from));
    const suffix = suffixOf(tokens.slice(to));
    return { condition, prefix, suffix, addsDigits: /[1-9]\D?$/.test(prefix) || /^[.,]?\d/.test(suffix) };
  };
  const general = tokens.findIndex(({ kind }) => kind === 'general');
  if (general !== -1) return { ...around(general, general + 1), shows: { kind: 'general' } };
  const digits = tokens.filter(({ kind }) => kind === 'digit').length;
  const dates = tokens.some(({ kind, text }) => kind === 'letter' && /^(\[.|[ymdhse]|am\/pm|a\/p)$/i.test(text));
  if (dates && digits === fractionsOfSeconds(tokens))
    return { ...plain, shows: { kind: 'date', parts: dateParts(tokens) } };
  if (digits === 0) return { ...plain, prefix: prefixOf(tokens), shows: { kind: 'nothing' } };
  const first = tokens.findIndex(({ kind }) => kind === 'digit' || kind === 'point');
  const last = lastOfNumber(tokens);
  const inner = tokens.slice(first, last + 1);
  if (inner.some(({ kind }) => kind === 'exponent' || kind === 'slash')) return { ...plain, shows: { kind: 'whole' } };
  const percent = 2 * tokens.filter(({ kind }) => kind === 'percent').length;
  return { ...around(first, last + 1), shows: digitsOf(inner, percent, tokens) };
}

/** The last place of a digit, with the commas that follow it. */
function lastOfNumber(tokens: readonly Token[]): number {
  let last = tokens.findLastIndex(({ kind }) => kind === 'digit' || kind === 'point');
  while (tokens[last + 1]?.kind === 'comma') last += 1;
  return last;
}

function digitsOf(tokens: readonly Token[], percent: number, all: readonly Token[]): Digits {
  const isDigit = ({ kind }: Token) => kind === 'digit';
  const pointAt = tokens.findIndex(({ kind }) => kind === 'point');
  const whole = pointAt === -1 ? tokens : tokens.slice(0, pointAt);
  const behind = tokens.slice(whole.length);
  const decimals = behind.filter(isDigit);
  // A comma between places of digits is a thousands mark, one behind the last divides by a thousand.
  const commas = [...whole.slice(whole.findLastIndex(isDigit) + 1), ...behind].filter(({ kind }) => kind === 'comma');
  const between = tokens.filter(({ kind }) => kind === 'literal' || kind === 'letter');
  return {
    kind: 'digits',
    leastWhole: whole.filter(({ kind, text }) => kind === 'digit' && text === '0').length,
    leastDecimals: decimals.findLastIndex(({ text }) => text === '0') + 1,
    mostDecimals: decimals.length,
    percent,
    scale: -3 * commas.length,
    // `#"."##0` and `# ##0`: thousands marks that somebody typed.
    pattern: between.every(({ text }) => /^[\s.,'’]*$/.test(text)) ? null : all,
  };
}

/** How many places of digits are part of `ss.000`. */
function fractionsOfSeconds(tokens: readonly Token[]): number {
  const point = tokens.findIndex(({ kind }, index) => kind === 'point' && /s$/i.test(tokens[index - 1]?.text ?? ''));
  if (point === -1) return 0;
  const rest = tokens.slice(point + 1);
  const end = rest.findIndex(({ text }) => text !== '0');
  return end === -1 ? rest.length : end;
}

/** `m` is the minute after an hour and before a second, else the month. */
function dateParts(tokens: readonly Token[]): DateParts {
  const letters = tokens.filter(({ kind }) => kind === 'letter').map(({ text }) => text.toLowerCase().replace('[', ''));
  const runs = letters.filter((letter, index) => letter !== letters[index - 1]);
  const isMonth = (index: number) => runs[index - 1] !== 'h' && runs[index + 1] !== 's';
  const elapsed = tokens.some(({ kind, text }) => kind === 'letter' && text.startsWith('['));
  return {
    year: runs.some((letter) => letter === 'y' || letter === 'e'),
    month: !elapsed && runs.some((letter, index) => letter === 'm' && isMonth(index)),
    day: runs.includes('d'),
    time: elapsed || runs.some((letter, index) => /^[hs]$/.test(letter) || (letter === 'm' && !isMonth(index))),
    elapsed,
  };
}

/** Text beside a number as far as it says something (`đ`, `triệu đồng`, `%`, `~`), without signs and brackets of its own. */
function prefixOf(tokens: readonly Token[]): string {
  const text = affix(tokens).trimStart();
  return text.includes(')') ? text : text.replace(/^[\s(+–—-]+/, '');
}

function suffixOf(tokens: readonly Token[]): string {
  const text = affix(tokens).trimEnd();
  return text.includes('(') ? text : text.replace(/[\s)+–—-]+$/, '');
}

function affix(tokens: readonly Token[]): string {
  const text = tokens.map((token) => (token.kind === 'comma' ? '' : token.text)).join('');
  return /[\p{L}\p{N}\p{Sc}%‰~≈<>≤≥]/u.test(text) ? text.replace(/\s+(?=%)/g, '') : '';
}

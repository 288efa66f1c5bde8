import { type Dialect, quotesOf } from './dialect';

/** What was wrong with the quotes or delimiters of a record, and was read past; `too long`: only its beginning is there. */
export type Fault = 'stray quote' | 'missing delimiter' | 'cut off' | 'too long';

export interface Reading {
  readonly cells: string[];
  readonly fault: Fault | null;
  /** How far the text is from what a program would have written; 0 is flawless. */
  readonly cost: number;
}

/**
 * What each departure from well-written CSV costs. Only their order matters: leaving a closing quote unread (6) must cost
 * more than a record of the wrong width, or two whole cells would be glued together to make the width right; a missing
 * delimiter must cost less than two quotes in plain cells (2 + 3); a short record is more usual than a long one.
 */
const price = {
  strayOpening: 3,
  strayInPlain: 2,
  strayAtEndOfPlain: 3,
  strayInQuoted: 2,
  openingLeftUnread: 4,
  closingLeftUnread: 6,
  missingDelimiter: 4,
  severalLines: 1,
  cutOff: 2,
  tooFewCells: 4,
  tooManyCells: 6,
};
const tooDear = 14;

/** Six times as many as Excel has columns; what is beyond them in a record is no table's, and is left unread. */
export const mostCells = 100_000;

interface Step {
  readonly cost: number;
  readonly count: number;
  readonly cell: string;
  readonly fault: Fault | null;
  /** A delimiter was put in somewhere on the way: only a record that comes out at the table's width speaks for that. */
  readonly split: boolean;
  readonly before: Step | null;
}

/**
 * The cheapest way to read `text` (one record, without its line end) as cells, or null where every way is too dear.
 * `width`: how many cells the table's records have, 0 where that is not known. `unclosed`: the text may end within quotes.
 * Every place where a cell may start is visited once, from left to right, with the cheapest way to get there for each
 * number of cells; what gets too dear is dropped, so the work stays near the length of the text.
 */
export function bestReading(text: string, dialect: Dialect, width: number, unclosed = false): Reading | null {
  const { delimiter } = dialect;
  const { open, close } = quotesOf(dialect);
  const paddable = !delimiter.startsWith(' ') && !delimiter.startsWith('\t');
  const lineEnd = text.search(/[\r\n]/);
  const starts = new Map<number, Map<number, Step>>([[0, new Map([[0, origin]])]]);
  const queue = [0];
  const best: { step: Step | null; cost: number } = { step: null, cost: Number.POSITIVE_INFINITY };

  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const steps = [...(starts.get(at)?.values() ?? [])].filter(({ cost }) => cost <= tooDear);
    if (steps.length === 0) continue;
    const cheapest = Math.min(...steps.map(({ cost }) => cost));
    plain(at, steps);
    quoted(at, steps, tooDear - cheapest);
  }
  if (best.step === null) return null;
  const cells: string[] = [];
  let fault: Fault | null = null;
  for (let each: Step | null = best.step; each !== null && each !== origin; each = each.before) {
    cells.push(each.cell);
    if (fault !== 'cut off') fault = each.fault ?? fault;
  }
  return { cells: cells.reverse(), fault, cost: best.cost };

  /** From `at` up to the next delimiter, quotes being text; or up to a quote that opens a cell without a delimiter before it. */
  function plain(at: number, steps: readonly Step[]) {
    const next = text.indexOf(delimiter, at);
    const stop = next < 0 ? text.length : next;
    const cell = text.slice(at, stop);
    if (lineEnd >= 0 && /[\r\n]/.test(cell)) return;
    let quote = open === null ? -1 : cell.indexOf(open);
    if (open === null || close === null || quote < 0) return arrive(steps, stop, next < 0, cell, 0, null);
    const opens = cell.trimStart().startsWith(open);
    if (!opens) arrive(steps, at + quote, false, cell.slice(0, quote), price.missingDelimiter, 'missing delimiter', 0);
    let cost = 0;
    for (let first = opens; quote >= 0 && cost <= tooDear; quote = cell.indexOf(close, quote + 1), first = false) {
      const last = quote + close.length === cell.length;
      cost += first ? price.strayOpening : last ? price.strayAtEndOfPlain : price.strayInPlain;
    }
    arrive(steps, stop, next < 0, cell, cost, 'stray quote');
  }

  /** From a quote at `at` up to each quote that may close it; the quotes on the way are text. */
  function quoted(at: number, steps: readonly Step[], budget: number) {
    if (open === null || close === null) return;
    const start = paddable ? pastSpaces(text, at) : at;
    if (!text.startsWith(open, start)) return;
    let cost = 0;
    let stray: Fault | null = null;
    for (let from = start + open.length; cost <= budget; ) {
      const quote = nextQuote(text, from, close, dialect.escape);
      if (quote < 0) {
        if (unclosed) arrive(steps, text.length, true, inner(start, text.length), cost + price.cutOff, 'cut off');
        return;
      }
      const after = quote + close.length;
      if (dialect.escape === close && text.startsWith(close, after)) {
        // Two quotes are one that is text; or, before a delimiter, one that is text and the closing one.
        const end = endOfCell(after + close.length);
        if (end >= 0) closeAt(after, end, cost + price.strayInQuoted, 'stray quote');
        from = after + close.length;
        continue;
      }
      const end = endOfCell(after);
      if (end >= 0) closeAt(quote, end, cost, stray);
      else arrive(steps, after, false, inner(start, quote), cost + price.missingDelimiter, 'missing delimiter', 0);
      const opensAnother = quote >= delimiter.length && text.startsWith(delimiter, quote - delimiter.length);
      cost += end >= 0 ? price.closingLeftUnread : opensAnother ? price.openingLeftUnread : price.strayInQuoted;
      stray = 'stray quote';
      from = after;
    }

    function closeAt(quote: number, end: number, atCost: number, fault: Fault | null) {
      arrive(steps, end, end >= text.length, inner(start, quote), atCost, fault);
    }
  }

  /** Where a cell that was closed ends: at a delimiter or the end of the text, spaces aside; -1 where something else stands there. */
  function endOfCell(after: number): number {
    const at = paddable ? pastSpaces(text, after) : after;
    return at >= text.length || text.startsWith(delimiter, at) ? at : -1;
  }

  function inner(start: number, end: number): string {
    return unquoted(text.slice(start + (open?.length ?? 0), end), dialect);
  }

  function arrive(
    steps: readonly Step[],
    end: number,
    last: boolean,
    cell: string,
    cost: number,
    fault: Fault | null,
    skip = delimiter.length,
  ) {
    for (const before of steps) {
      const split = before.split || skip === 0;
      const step: Step = { cost: before.cost + cost, count: before.count + 1, cell, fault, split, before };
      if (last && !(split && step.count !== width)) {
        const total = step.cost + widthPrice(step.count, width, lineEnd >= 0);
        if (total < best.cost) Object.assign(best, { step, cost: total });
      } else if (!last && step.cost <= tooDear) {
        const start = end + skip;
        let known = starts.get(start);
        if (known === undefined) {
          known = new Map();
          starts.set(start, known);
          insert(queue, start);
        }
        const other = known.get(step.count);
        if (other === undefined || step.cost < other.cost) known.set(step.count, step);
      }
    }
  }
}

const origin: Step = { cost: 0, count: 0, cell: '', fault: null, split: false, before: null };

/** What it costs a record to have `count` cells in a table that is `width` wide, and to take up several lines. */
export function widthPrice(count: number, width: number, severalLines: boolean): number {
  const misfit = width === 0 || count === width ? 0 : count < width ? price.tooFewCells : price.tooManyCells;
  return misfit + (severalLines ? price.severalLines : 0);
}

/**
 * The cells of one line with more faults than can be weighed: a quote opens a cell only where one closes it, and closes it
 * only before a delimiter or at the end of the line.
 */
export function lenientCells(line: string, dialect: Dialect): string[] {
  const { delimiter } = dialect;
  const { open, close } = quotesOf(dialect);
  const cells: string[] = [];
  // Where no closing quote was found once, none is found later: looked for once, so that a line of quotes is read once.
  let closable = open !== null && close !== null;
  for (let at = 0; ; ) {
    if (closable && line.startsWith(open as string, at)) {
      const start = at + (open as string).length;
      const before = line.indexOf(close + delimiter, start);
      const end = before >= 0 ? before : line.length > start && line.endsWith(close as string) ? line.length - 1 : -1;
      if (end >= start) {
        cells.push(unquoted(line.slice(start, end), dialect));
        if (before < 0 || cells.length === mostCells) return cells;
        at = before + (close as string).length + delimiter.length;
        continue;
      }
      closable = false;
    }
    const next = line.indexOf(delimiter, at);
    cells.push(line.slice(at, next < 0 ? line.length : next));
    if (next < 0 || cells.length === mostCells) return cells;
    at = next + delimiter.length;
  }
}

/** Keeps the queue in order; a new start is nearly always the last. */
function insert(queue: number[], start: number) {
  let at = queue.length;
  while (at > 0 && (queue[at - 1] as number) > start) at -= 1;
  queue.splice(at, 0, start);
}

export function pastSpaces(text: string, at: number): number {
  let past = at;
  while (text.charCodeAt(past) === 32) past += 1;
  return past;
}

/** The next quote that is not escaped with a backslash, where that is how the file escapes. */
export function nextQuote(text: string, from: number, close: string, escapedBy: string | null): number {
  let quote = text.indexOf(close, from);
  if (escapedBy !== '\\') return quote;
  while (quote > from) {
    let slashes = 0;
    while (quote - slashes > from && text[quote - slashes - 1] === '\\') slashes += 1;
    if (slashes % 2 === 0) break;
    quote = text.indexOf(close, quote + close.length);
  }
  return quote;
}

/** The text between quotes with its escapes undone. A backslash before anything but a quote or a backslash is text. */
export function unquoted(raw: string, dialect: Dialect): string {
  const { close } = quotesOf(dialect);
  if (close === null || dialect.escape === null) return raw;
  if (dialect.escape === '\\') {
    return raw.includes('\\')
      ? raw.replace(/\\([\s\S])/g, (pair, next) => (next === close || next === '\\' ? next : pair))
      : raw;
  }
  return raw.includes(close) ? raw.replaceAll(close + close, close) : raw;
}

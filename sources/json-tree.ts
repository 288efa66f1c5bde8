import type { Tree } from '../schemas/cell';
import { storable } from '../schemas/text';

/** Why a JSON text became no tree; `at` is where in the text. */
export interface NoTree {
  readonly why: 'syntax' | 'depth' | 'size';
  readonly at: number;
}

/** Deeper than any form; so deep a recursion is still far from the stack's end. */
const deepest = 500;

/**
 * JSON text as a tree of at most `most` values, built while it is read: the tree is all that it costs (some 200 bytes a
 * value). A name may come twice in an object only with the same text or number.
 */
export function treeOf(text: string, most: number): Tree | NoTree {
  let at = 0;
  let values = 0;
  try {
    const root = value('', 0);
    if (next() !== '') fail('syntax');
    return root;
  } catch (error) {
    if (error instanceof Stop) return { why: error.why, at };
    throw error;
  }

  function value(pointer: string, depth: number): Tree {
    values += 1;
    if (values > most) fail('size');
    const first = next();
    if (first === '{') return object(pointer, depth + 1);
    if (first === '[') return list(pointer, depth + 1);
    if (first === '"') return scalar(string(), false, pointer);
    for (const [word, written] of words) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return scalar(written, false, pointer);
    }
    return scalar(number(), true, pointer);
  }

  function object(pointer: string, depth: number): Tree {
    if (depth > deepest) fail('depth');
    const fields = new Map<string, Tree>();
    at += 1;
    for (let more = next() !== '}'; more; more = follows('}')) {
      if (next() !== '"') fail('syntax');
      const start = at;
      const name = string();
      if (next() !== ':') fail('syntax');
      at += 1;
      const field = value(pointer + stepOf(name), depth);
      const before = fields.get(name);
      if (before !== undefined && !saysTheSame(before, field)) {
        at = start;
        fail('syntax');
      }
      fields.set(name, field);
    }
    at += 1;
    return { kind: 'object', fields, pointer };
  }

  function list(pointer: string, depth: number): Tree {
    if (depth > deepest) fail('depth');
    const items: Tree[] = [];
    at += 1;
    for (let more = next() !== ']'; more; more = follows(']')) items.push(value(`${pointer}/${items.length}`, depth));
    at += 1;
    return { kind: 'list', items, pointer };
  }

  /** Past a comma, after which something has to come; false at the end mark. */
  function follows(end: string): boolean {
    const mark = next();
    if (mark === end) return false;
    if (mark !== ',') fail('syntax');
    at += 1;
    return true;
  }

  function string(): string {
    const start = at;
    let escaped = false;
    for (at += 1; text.charCodeAt(at) !== 34; at += 1) {
      const code = text.charCodeAt(at);
      if (!(code >= 32)) fail('syntax');
      if (code === 92) {
        escaped = true;
        at += 1;
      }
    }
    at += 1;
    if (!escaped) return text.slice(start + 1, at - 1);
    try {
      return JSON.parse(text.slice(start, at));
    } catch {
      return fail('syntax');
    }
  }

  function number(): string {
    numbers.lastIndex = at;
    const digits = numbers.exec(text)?.[0] ?? fail('syntax');
    at += digits.length;
    return digits;
  }

  /** The next character that is no space; nothing at the end. */
  function next(): string {
    while (isSpace(text.charCodeAt(at))) at += 1;
    return text.charAt(at);
  }
}

class Stop extends Error {
  constructor(readonly why: NoTree['why']) {
    super(why);
  }
}

function fail(why: NoTree['why']): never {
  throw new Stop(why);
}

const words = [
  ['null', ''],
  ['true', 'true'],
  ['false', 'false'],
] as const;
const numbers = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

const scalar = (text: string, literal: boolean, pointer: string): Tree => ({
  kind: 'scalar',
  cell: { text: storable(text), literal, at: { pointer } },
});

const saysTheSame = (a: Tree, b: Tree) =>
  a.kind === 'scalar' && b.kind === 'scalar' && a.cell.text === b.cell.text && a.cell.literal === b.cell.literal;

/** RFC 6901. */
const stepOf = (name: string) => `/${storable(name).replace(/~/g, '~0').replace(/\//g, '~1')}`;

import * as fc from 'fast-check';
import type { Cell, Tree } from '../../schemas/cell';
import { storable } from '../../schemas/text';
import { readJson } from '../../sources/json';

/** Every scalar by its pointer. */
function cells(text: string): Record<string, Pick<Cell, 'text' | 'literal'>> {
  const read = readJson(text);
  if (read.kind === 'refusal') throw new Error(read.sentence);
  const leaves = (tree: Tree): Cell[] =>
    tree.kind === 'scalar'
      ? [tree.cell]
      : [...(tree.kind === 'list' ? tree.items : tree.fields.values())].flatMap(leaves);
  return Object.fromEntries(
    leaves(read.root).map(({ text: written, literal, at }) => [
      'pointer' in at ? at.pointer : '',
      { text: written, literal },
    ]),
  );
}

test.each(['1e400', '0.1000000000000000000001', '-0', '12345678901234567890', '1.50', '2E-3'])(
  'the number %s keeps its digits',
  (digits) => {
    expect(cells(`[${digits}]`)).toEqual({ '/0': { text: digits, literal: true } });
  },
);

test('every scalar has its pointer, a name with / or ~ escaped as RFC 6901 says', () => {
  expect(cells('{"rows":[{"a/b":"1","c~d":2},{"":true}],"n":null}')).toEqual({
    '/rows/0/a~1b': { text: '1', literal: false },
    '/rows/0/c~0d': { text: '2', literal: true },
    '/rows/1/': { text: 'true', literal: false },
    '/n': { text: '', literal: false },
  });
});

test('what no store can keep is replaced', () => {
  expect(cells('["a\\u0000b\\ud800"]')).toEqual({ '/0': { text: 'a\ufffdb\ufffd', literal: false } });
});

test.each([
  ['{"a":1', 'bị cắt giữa chừng'],
  ['{"a":[1,2', 'bị cắt giữa chừng'],
  ['{"a":"b', 'bị cắt giữa chừng'],
  ['{"a":1}}', 'sai cú pháp ở dòng 1'],
  ['{"a":1,\n"b" 2}', 'sai cú pháp ở dòng 2'],
  ['[1,]', 'sai cú pháp ở dòng 1'],
  ['{"a":1,"a":2}', 'sai cú pháp ở dòng 1'],
])('%j is refused: %s', (text, said) => {
  const read = readJson(text);
  expect(read.kind === 'refusal' && read.sentence).toContain(said);
});

test('any JSON is read, and any text is at least answered', () => {
  fc.assert(fc.property(fc.json(), (text) => expect(readJson(text).kind).toBe('tree')));
  fc.assert(fc.property(fc.string(), (text) => expect(['tree', 'refusal']).toContain(readJson(text).kind)));
});

test.each([
  ['a word that breaks off', '{"a":tr', 'bị cắt giữa chừng'],
  ['a number that breaks off', '[1,2.', 'bị cắt giữa chừng'],
  ['an escape that breaks off', '["a\\', 'bị cắt giữa chừng'],
  ['an escape that is none', '["\\x"]', 'sai cú pháp ở dòng 1'],
  ['a line break within a text', '["a\nb"]', 'sai cú pháp ở dòng 1'],
  ['a number with a leading zero', '[\n01]', 'sai cú pháp ở dòng 2'],
  ['a second value', '{"a":1}\n{"a":2}', 'sai cú pháp ở dòng 2'],
  ['a name without quotes', '{a:1}', 'sai cú pháp ở dòng 1'],
  ['a text and a number of one name', '{"a":1,"a":"1"}', 'sai cú pháp ở dòng 1'],
  ['600 levels', `${'['.repeat(600)}${']'.repeat(600)}`, 'lồng quá nhiều tầng'],
  ['400 001 values', `[${'1,'.repeat(399_999)}1]`, 'quá nhiều số liệu'],
])('%s is refused', (_, text, said) => {
  const read = readJson(text);
  expect(read.kind === 'refusal' && read.sentence).toContain(said);
});

test('a name that comes twice with the same value is read once; 400 000 values are read', () => {
  expect(cells('{"a":1,"a":1}')).toEqual({ '/a': { text: '1', literal: true } });
  expect(readJson(`[${'1,'.repeat(399_998)}1]`).kind).toBe('tree');
});

test('what the language reads is read, with the same texts and numbers; what it does not is refused', () => {
  const character = fc.constantFrom(...'{}[]",:\\/ \n\t0123456789.-+eEtruefalsn\u00e1'.split(''));
  const plain = (tree: Tree): unknown =>
    tree.kind === 'scalar'
      ? tree.cell.text
      : tree.kind === 'list'
        ? tree.items.map(plain)
        : Object.fromEntries([...tree.fields].map(([name, field]) => [name, plain(field)]));
  const text = fc.oneof(
    fc.json(),
    fc.array(character, { maxLength: 12 }).map((all) => all.join('')),
    fc.tuple(fc.json({ maxDepth: 2 }), fc.nat(), character).map(([json, at, put]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + put + json.slice(place + (at % 2));
    }),
  );
  fc.assert(
    fc.property(text, (text) => {
      let expected: unknown;
      try {
        expected = JSON.parse(text, (_, value) =>
          value === null
            ? ''
            : typeof value === 'object'
              ? value
              : typeof value === 'number'
                ? { value }
                : String(value),
        );
      } catch {
        expect(readJson(text).kind).toBe('refusal');
        return;
      }
      const read = readJson(text);
      // Only a name that comes twice is refused more strictly.
      if (read.kind === 'refusal') return void expect((text.match(/"[^"]*"\s*:/g) ?? []).length).toBeGreaterThan(1);
      expect(sameAs(plain(read.root), expected)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

/** A number is the same where its digits read as it; the texts that no store can keep are left out of account. */
function sameAs(read: unknown, expected: unknown): boolean {
  if (typeof read === 'string') {
    if (typeof expected === 'string') return read === storable(expected);
    return Object.is(Number(read), (expected as { value: number }).value);
  }
  const [mine, theirs] = [Object.entries(read as object), Object.entries(expected as object)];
  return (
    mine.length === theirs.length &&
    mine.every(([name, value]) => sameAs(value, (expected as Record<string, unknown>)[name]))
  );
}

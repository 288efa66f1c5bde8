import * as fc from 'fast-check';
import type { Cell, Tree } from '../../schemas/cell';
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

import * as fc from 'fast-check';
import { Repeats } from '../../../pipelines/register/repeats';

const digits = (length: number, most: number) =>
  fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(length, '0'));
/** Few enough that they come again; with branches, and of one office and of others. */
const code = fc
  .tuple(fc.constantFrom('00', '24', '99'), digits(8, 400), fc.option(digits(3, 2)))
  .map(([office, rest, branch]) => (branch === null ? office + rest : `${office}${rest}-${branch}`));

test('a code that comes again is told by its first row or pointer, however many there are', () => {
  fc.assert(
    fc.property(fc.array(code, { maxLength: 200 }), fc.boolean(), (codes, isTree) => {
      const [repeats, first] = [new Repeats(), new Map<string, number | string>()];
      for (const [index, each] of codes.entries()) {
        const at = isTree ? { pointer: `/rows/${index}` } : { row: index + 1, column: 3 };
        expect(repeats.see(each, at)).toBe(first.get(each) ?? null);
        if (!first.has(each)) first.set(each, isTree ? `/rows/${index}` : index + 1);
      }
    }),
  );
});

test('it grows past its first size and forgets none', () => {
  const repeats = new Repeats();
  const codes = Array.from({ length: 20_000 }, (_, index) => String(2_400_000_000 + 10 * index));
  for (const [index, each] of codes.entries()) expect(repeats.see(each, { row: index + 1, column: 1 })).toBeNull();
  expect(codes.map((each) => repeats.see(each, { row: 1, column: 1 }))).toEqual(codes.map((_, index) => index + 1));
});

import { largestText } from '../../sources/read';
import { seeFile } from '../../sources/table-of';

test('a text that is too large to be seen cell by cell is refused with what to do', async () => {
  expect(await seeFile(Buffer.alloc(largestText + 1, 'a;b\n'))).toMatchObject({
    sentence: expect.stringContaining('submit --dry-run'),
  });
});

import { Groups } from '../../../../pipelines/register/identity/groups';

const of = (count: number) => {
  const groups = new Groups();
  for (let thing = 0; thing < count; thing += 1) groups.add();
  return groups;
};

test('what is apart stays apart, whatever both are united with', () => {
  const groups = of(5);
  expect(groups.part(1, 4)).toBe(true);
  expect(groups.unite(0, 4)).toBe(true);
  expect(groups.unite(1, 2)).toBe(true);
  expect(groups.unite(3, 2)).toBe(true);
  expect(groups.areApart(0, 3)).toBe(true);
  expect(groups.unite(0, 3)).toBe(false);
  expect(groups.head(0)).not.toBe(groups.head(3));
});

test('what is one can be kept apart no more', () => {
  const groups = of(2);
  expect(groups.unite(1, 0)).toBe(true);
  expect(groups.head(1)).toBe(0);
  expect(groups.part(0, 1)).toBe(false);
  expect(groups.areApart(0, 1)).toBe(false);
});

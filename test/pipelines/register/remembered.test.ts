import { remembered } from '../../../pipelines/register/remembered';

function counting() {
  let asked = 0;
  const read = remembered((text: string) => {
    asked += 1;
    return text === '' ? null : text.length;
  });
  return { read, asked: () => asked };
}

test('a text is read once, also where it means nothing', () => {
  const { read, asked } = counting();
  expect([read('agri'), read('agri'), read(''), read('')]).toEqual([4, 4, null, null]);
  expect(asked()).toBe(2);
});

test('of more different texts than a register has, not all are kept; each is read right all the same', () => {
  const { read, asked } = counting();
  for (let round = 0; round < 2; round += 1)
    for (let number = 0; number < 25_000; number += 1) expect(read(`${number}`)).toBe(`${number}`.length);
  expect(asked()).toBe(50_000);
});

test('a long text is not kept', () => {
  const { read, asked } = counting();
  expect([read('x'.repeat(1_000)), read('x'.repeat(1_000))]).toEqual([1_000, 1_000]);
  expect(asked()).toBe(2);
});

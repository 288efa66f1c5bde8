import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/root';
import { rulesOf } from '../../config/rules';
import type { Rule } from '../../schemas/rules';
import { catalogue } from '../setup/warehouse';

const listed = [...catalogue.rules.all.values()];
const sourceOf = (folder: string) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(path.join(projectRoot, folder, name), 'utf8') }));
const source = sourceOf('pipelines');

/** `unit.missing`: of two words, as nothing else between quotes is that is no file or column. */
const codesIn = (text: string) =>
  [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].flatMap(([, code]) =>
    code && !/\.(csv|sql)$/.test(code) && code !== 'reported.period' ? [code] : [],
  );

test('every rule that the source makes is in rules.csv, once, and no other', () => {
  const made = new Set(source.flatMap(({ text }) => codesIn(text)));
  expect([...made].sort()).toEqual(listed.map(({ rule }) => rule).sort());
  const lines = readFileSync(path.join(projectRoot, 'config/rules.csv'), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(listed.length + 1);
});

test('what makes it is the room that it is made in', () => {
  const rooms = {
    'pipelines/rules/': 'rules',
    'pipelines/reconcile/': 'revision',
    'pipelines/register/against/': 'register',
  };
  for (const { name, text } of source) {
    const [, room = 'reading'] = Object.entries(rooms).find(([folder]) => name.startsWith(folder)) ?? [];
    for (const code of codesIn(text))
      expect([name, code, catalogue.rules.all.get(code)?.madeBy]).toEqual([name, code, room]);
  }
});

test('a rule that holds a figure is an error, and only such a rule', () => {
  const natures = source.flatMap(({ text }) => [
    ...text.matchAll(/'([a-z_]+\.[a-z_]+)',\s*(?:nature: )?'(held|doubt|remark)'/g),
  ]);
  expect(natures.length).toBeGreaterThan(60);
  const severity = { held: 'error', doubt: 'warning', remark: 'note' } as Record<string, string>;
  for (const [, code = '', nature = ''] of natures)
    expect([code, catalogue.rules.all.get(code)?.severity]).toEqual([code, severity[nature]]);
});

test('the version is another one for other severities and another catalogue, and not for another title', () => {
  const version = (all: readonly Rule[], of = catalogue.version) => rulesOf(all, of).version;
  const [first, ...others] = listed as [Rule, ...Rule[]];
  expect(version(listed)).toBe(catalogue.rules.version);
  expect(version([{ ...first, title: 'Khác' }, ...others])).toBe(catalogue.rules.version);
  const different = [version([{ ...first, severity: 'note' }, ...others]), version(listed, 'other')];
  expect(new Set([catalogue.rules.version, ...different]).size).toBe(3);
});

test('each has a title of its own for staff, and says what is wrong in English', () => {
  const titles = listed.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).toMatch(/^[\p{Lu}%].{5,50}$/u);
  for (const { english } of listed) expect(english).toMatch(/^[A-Z][ -~]{15,100}\.$/);
  expect(new Set(listed.map(({ english }) => english)).size).toBe(listed.length);
});

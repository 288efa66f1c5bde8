import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/root';
import { encode, type Form, forms } from '../sources/encoding/encode';
import { findings, lines, report } from './take-in';

const text = (name: string) => readFileSync(path.join(projectRoot, 'config/reports', name), 'utf8').normalize('NFC');
const csv = text('24_bac-giang_2021-H1.csv');
const json = text('12_lai-chau_2023-H1.json');
/** JSON is Unicode by its own rules; the old encodings are of files that Excel saved. */
const unicode = (form: Form) => form.startsWith('utf');

test.each(forms)('a CSV report in %s says the same as in UTF-8, and is sure of it', (form) => {
  const [read, plain] = [report(encode(csv, form)), report(csv)];
  expect(lines(read)).toEqual(lines(plain));
  expect(findings(read)).toEqual(findings(plain));
  expect(read.reading).toMatchObject({ doubtful: false, damaged: 0 });
});

test.each(forms.filter(unicode))('a JSON report in %s says the same as in UTF-8', (form) => {
  expect(lines(report(encode(json, form)))).toEqual(lines(report(json)));
});

test.each(['windows-1258', 'tcvn3', 'vni', 'viscii'] satisfies Form[])(
  'a report in %s is the same with its encoding named',
  (form) => {
    expect(lines(report(encode(csv, form), { encoding: form }))).toEqual(lines(report(csv)));
  },
);

test('a damaged character is a finding, and costs no figure', () => {
  const bytes = Buffer.from(csv);
  bytes[bytes.indexOf('gồm cả') + 1] = 0xff;
  const read = report(bytes);
  expect(lines(read)).toEqual(lines(report(csv)));
  expect(findings(read)).toEqual(expect.arrayContaining([expect.stringMatching(/^encoding\.damaged warning/)]));
});

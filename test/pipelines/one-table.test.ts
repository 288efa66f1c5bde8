import { understood } from '../../pipelines/ingest';
import type { PreparedSubmission } from '../../schemas/submission';
import { readFile } from '../../sources/read';
import { encode, forms } from '../sources/encoding/encode';
import { amounts, figures } from './one-report';
import { catalogue } from './take-in';
import { annexCsv, flatCsv, json, mergedWorkbook, numberWorkbook, textWorkbook } from './writers';

const report = { province: 'Hoà Bình', period: 'Năm 2020', figures };

/** The one report in a file: whose it is, its amounts, and what is doubtful about it. */
async function said(file: string | Buffer) {
  const [only, ...others] = understood(await readFile(Buffer.from(file as string)), {}, catalogue);
  if (only?.kind !== 'prepared' || others.length > 0) throw new Error(JSON.stringify(only));
  const doubts = only.findings.filter(({ nature }) => nature !== 'remark').map(({ message }) => message);
  return { province: only.province, period: only.period, asOf: only.asOf, amounts: amountsOf(only), doubts };
}

const amountsOf = ({ observations }: PreparedSubmission) =>
  observations.map(({ code, sector, measure, amount }) => `${code} ${sector} ${measure} ${amount.inBase()}`).sort();

const expected = { province: '63/17', period: '2020-Q4', asOf: '2020-12-31', amounts, doubts: [] };

test.each<[string, () => string | Promise<Buffer>]>([
  ['CSV with ;', () => annexCsv(report, ';')],
  ['CSV with ,', () => annexCsv(report, ',')],
  ['CSV with tabs', () => annexCsv(report, '\t')],
  ['flat CSV', () => flatCsv(report)],
  ['JSON of texts', () => json(report, false)],
  ['JSON of numbers', () => json(report, true)],
  ['a workbook of texts', () => textWorkbook(report)],
  ['a workbook of numbers with their formats', () => numberWorkbook(report)],
  ['a workbook under a merged header', () => mergedWorkbook(report)],
])('as %s', async (_, write) => {
  expect(amounts).toHaveLength(81);
  expect(await said(await write())).toEqual(expected);
});

test.each([
  ['Hoà Bình', '63/17'],
  ['Hòa Bình', '63/17'],
  ['Thừa Thiên Huế', '63/46'],
])('in every encoding, for %s', async (name, province) => {
  const named = { ...report, province: name };
  for (const form of forms)
    for (const written of [annexCsv(named, ';'), flatCsv(named)])
      expect([form, await said(encode(written, form))]).toEqual([form, { ...expected, province }]);
  // JSON is Unicode by its own rules; the old encodings are of files that Excel saved.
  for (const form of forms.filter((each) => each.startsWith('utf')))
    expect([form, await said(encode(json(named, false), form))]).toEqual([form, { ...expected, province }]);
});

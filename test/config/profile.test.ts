import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withProfile } from '../../config/profile';
import { severityOf } from '../../schemas/rules';
import { catalogue } from '../setup/warehouse';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const written = (text: string) => {
  writeFileSync(path.join(home, 'profile.csv'), text);
  return withProfile(catalogue, home).rules;
};
const { rules } = catalogue;

test('without a profile, or with one that says the same, the rules and their version are the usual ones', () => {
  expect(withProfile(catalogue, home)).toBe(catalogue);
  expect(withProfile(catalogue, '/dev/null/x')).toBe(catalogue);
  expect(written('rule,severity\nreport.late,note\n')).toEqual(rules);
});

test('what the profile says of a rule counts, for what keeps no figure out; the version is another one', () => {
  const own = written('\ufeffSeverity;rule\r\nwarning;report.late\r\n\r\nnote;unit.contradicted\r\n');
  expect(severityOf({ rule: 'report.late', nature: 'remark' }, own)).toBe('warning');
  expect(severityOf({ rule: 'unit.contradicted', nature: 'doubt' }, own)).toBe('note');
  expect(severityOf({ rule: 'cell.contradicted', nature: 'doubt' }, own)).toBe('warning');
  expect(severityOf({ rule: 'unit.missing', nature: 'held' }, own)).toBe('error');
  expect(own.version).not.toBe(rules.version);
});

test.each([
  ['report.later,note', 'profile.csv, dòng 2: không có quy tắc "report.later"'],
  [
    'report.late,off',
    'profile.csv, dòng 2: mức của "report.late" phải là warning (cảnh báo) hoặc note (ghi chú), không phải "off"',
  ],
  [
    'report.late,error',
    'profile.csv, dòng 2: mức của "report.late" phải là warning (cảnh báo) hoặc note (ghi chú), không phải "error"',
  ],
  [
    'report.late',
    'profile.csv, dòng 2: mức của "report.late" phải là warning (cảnh báo) hoặc note (ghi chú), không phải ""',
  ],
  [
    'unit.missing,note',
    'profile.csv, dòng 2: quy tắc "unit.missing" giữ số liệu lại, chưa nạp, nên luôn là lỗi; hãy bỏ dòng này',
  ],
  [
    'report.late,note\nreport.late,warning\nx.y,note',
    'profile.csv, dòng 3: "report.late" đã có ở một dòng trên\nprofile.csv, dòng 4: không có quy tắc "x.y"',
  ],
])('%j is refused with a sentence for each fault', (rows, sentences) => {
  expect(() => written(`rule,severity\n${rows}\n`)).toThrow(new Error(sentences));
});

test('no header, or a quote that never ends, is refused', () => {
  expect(() => written('report.late,note\n')).toThrow('profile.csv: dòng đầu phải có các cột rule,severity');
  expect(() => written('')).toThrow('profile.csv: dòng đầu phải có các cột rule,severity');
  expect(() => written('rule,severity\n"report.late,note\n')).toThrow('profile.csv: không đọc được');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readContacts } from '../../config/contacts';
import { recipientsOf } from '../../jobs/tasks/mail';
import type { ProvinceId } from '../../schemas/codes';
import { catalogue } from '../setup/warehouse';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const written = (text: string) => {
  writeFileSync(path.join(home, 'contacts.csv'), text);
  return readContacts(home);
};

test('several a province, in any order of columns; none where there is no file', () => {
  expect(readContacts(home)).toEqual({ contacts: [], faults: [] });
  expect(written('gso_code,name,email\n12,Nguyễn Văn An,an@laichau.vn\n12,,hoa@laichau.gov.vn\n')).toEqual({
    contacts: [
      { gsoCode: '12', name: 'Nguyễn Văn An', email: 'an@laichau.vn' },
      { gsoCode: '12', name: '', email: 'hoa@laichau.gov.vn' },
    ],
    faults: [],
  });
});

test('as Excel saves it: a byte-order mark, semicolons, the leading nought lost', () => {
  const { contacts, faults } = written('\ufeffemail;gso_code;role;name\r\nan@cvca.vn;4;kế toán;An\r\n');
  expect(contacts).toEqual([{ gsoCode: '04', name: 'An', email: 'an@cvca.vn' }]);
  expect(faults).toEqual([]);
});

test.each([
  ['an@laichau.vn, hoa@laichau.vn'],
  ['an@laichau.vn\r\nBcc: all@vca.vn'],
  ['"An" <an@laichau.vn>'],
  ['an@localhost'],
  ['an laichau.vn'],
  [''],
])('%j is no address: its row is named and left out, the others count', (email) => {
  const cell = `"${email.replaceAll('"', '""')}"`;
  const { contacts, faults } = written(`gso_code,name,email\n11,B,binh@dienbien.vn\n12,A,${cell}\n14,C,chi@sonla.vn\n`);
  expect(contacts.map(({ gsoCode }) => gsoCode)).toEqual(['11', '14']);
  expect(faults).toEqual([expect.stringMatching(/^contacts\.csv, dòng [345]: .*địa chỉ thư điện tử/)]);
  expect(faults[0]).not.toMatch(/[\r\n]/);
});

test('a wrong code and a wrong header are said', () => {
  expect(written('gso_code,name,email\nLC,A,an@laichau.vn\n').faults).toEqual([
    'contacts.csv, dòng 2: "LC" không phải mã tỉnh (gso_code gồm hai chữ số, ví dụ 12)',
  ]);
  expect(written('tỉnh,thư\n12,an@laichau.vn\n').faults).toEqual([
    'contacts.csv: dòng đầu phải có các cột gso_code,name,email',
  ]);
  expect(written('gso_code,name,email\n"12,a\n').faults).toEqual([expect.stringContaining('không đọc được')]);
});

test('a province that went into another is written to by its own code, else by that of the other', () => {
  const contact = (gsoCode: string) => ({ gsoCode, name: '', email: `a@p${gsoCode}.vn` });
  const to = (province: string, ...codes: string[]) =>
    recipientsOf(province as ProvinceId, codes.map(contact), catalogue).map(({ gsoCode }) => gsoCode);
  expect(to('63/27', '27', '24')).toEqual(['27']);
  expect(to('63/27', '24')).toEqual(['24']);
  expect(to('34/24', '27')).toEqual([]);
});

test('no code means two provinces of which neither went into the other', () => {
  for (const { map, id, successor } of catalogue.provinces.values())
    if (map === '63' && catalogue.provinces.has(`34/${id.slice(3)}` as ProvinceId))
      expect(successor).toBe(`34/${id.slice(3)}`);
});

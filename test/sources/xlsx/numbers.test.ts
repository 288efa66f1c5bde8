import { readWorkbook } from '../../../sources/xlsx';
import { cell, workbook } from './workbook';

const shown = (stored: string, format: string | number, date1904 = false) =>
  cell({ data: `<row><c><v>${stored}</v></c></row>`, formats: [format], date1904 });
const number = (text: string, stored?: string) => ({ text, literal: true, ...(stored && { stored }) });
const remarks = async (stored: string, format: string | number) => {
  const read = await readWorkbook(workbook({ data: `<row><c><v>${stored}</v></c></row>`, formats: [format] }));
  return read.kind === 'refusal' ? read : read.remarks.map(({ kind, shown }) => ({ kind, shown }));
};

describe('without a format: the digits that Excel shows, no noise of doubles', () => {
  test.each([
    ['869', '869'],
    ['-998.175', '-998.175'],
    ['2056.5980000000001', '2056.598'],
    ['0.30000000000000004', '0.3'],
    ['69.799999999999997', '69.8'],
    ['-0', '0'],
    ['007', '7'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['12.50', '12.5'],
    ['1E+2', '100'],
    ['1.5E-2', '0.015'],
    ['  12  ', '12'],
    // A tax code or an account number would be lost in 1.23457E+11.
    ['123456789012', '123456789012'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.2345678901234568E+19', '12345678901234600000'],
  ])('%s is %s', async (stored, text) => {
    expect(await shown(stored, 'General')).toEqual(number(text));
  });

  test.each([
    ['0.33333333333333331', '0.333333333', '0.333333333333333'],
    ['12345678.123456', '12345678.12', '12345678.123456'],
    ['99999999999.5', '100000000000', '99999999999.5'],
    ['1.1368683772161603E-13', '0.000000000000113687', '0.000000000000113686837721616'],
  ])('%s is %s: eleven characters, and the rest is kept beside', async (stored, text, kept) => {
    expect(await shown(stored, 'General')).toEqual(number(text, kept));
  });

  test.each(['1e999', '1e-999999999', '1e999999999', 'NaN', '1,5', '--1', '1.2.3', '0x10'])(
    '%s is no number of Excel, and is never written out',
    async (stored) => {
      const read = await shown(stored, 'General');
      expect(read).toEqual(stored === '1e-999999999' ? number('0') : { text: stored, literal: false });
    },
  );
});

describe('with a format', () => {
  test.each<[string, string | number, string, string?]>([
    ['869', '0.0', '869.0'],
    ['3600.6', '#,##0.00', '3600.60'],
    ['3600.6', '#,##0.##', '3600.6'],
    ['3600', '#,##0.##', '3600'],
    ['3600.5', '#,##0.0#', '3600.5'],
    ['1056714', '#,##0', '1056714'],
    ['1056714', '# ##0', '1056714'],
    ['1056714', '#"."##0', '1056714'],
    ['1056714', 3, '1056714'],
    ['1056714.5', 4, '1056714.50'],
    ['0.5', '#.##', '0.5'],
    ['0', '#,###', '0'],
    // The zero that a tax code lost comes back by its format.
    ['100109106', '0000000000', '0100109106'],
    ['5', '00', '05'],
    ['-5', '00', '-05'],
    // Rounded: half away from zero, on the decimal and not on the double.
    ['34.357', '0', '34', '34.357'],
    ['1.0049999999999999', '0.00', '1.01', '1.005'],
    ['1.0049999999999999', '0.000', '1.005'],
    ['1.005', '0.00', '1.01', '1.005'],
    ['-1.005', '0.00', '-1.01', '-1.005'],
    ['9.995', '0.00', '10.00', '9.995'],
    ['99.95', '0.0', '100.0', '99.95'],
    ['-0.4', '0', '0', '-0.4'],
    ['0.5', '0', '1', '0.5'],
    // Percent: what is shown, with its sign.
    ['0.632', '0.0%', '63.2%'],
    ['0.63200000000000001', '0.0%', '63.2%'],
    ['0.07', 9, '7%'],
    ['0.07', 10, '7.00%'],
    ['0.6325', '0%', '63%', '0.6325'],
    ['0.632', '0.0 %', '63.2%'],
    ['63.2', '0.0"%"', '63.2%'],
    ['63.2', '0.0\\%', '63.2%'],
    // Units in the format belong to what is shown.
    ['1234567', '#,##0" triệu đồng"', '1234567 triệu đồng'],
    ['840.988', '#,##0.000\\ "tỷ đồng"', '840.988 tỷ đồng'],
    ['1234', '#,##0\\ [$₫-42A]', '1234 ₫'],
    ['1234', '[$₫-42A]\\ #,##0', '₫ 1234'],
    ['1234', '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"\\ _₫_-;_-@_-', '1234'],
    ['1234', '#,##0 đồng', '1234 đồng'],
    ['1234', '#,##0 VND', '1234 VND'],
    ['5', 'General" HTX"', '5 HTX'],
    ['40', '"~"0', '~40'],
    ['912345678', '"0"#########', '0912345678'],
    ['2021', '"Năm "0', 'Năm 2021'],
    // Digits that the format makes up are not the value's.
    ['34', '0"000"', '34000', '34'],
    ['34', '0".357"', '34.357', '34'],
    // Signs and brackets: the sign is the value's.
    ['-381', '#,##0;(#,##0)', '-381'],
    ['-381', '#,##0;[Red]#,##0', '-381'],
    ['-381', '$#,##0;($#,##0)', '$-381'],
    ['-381', '$#,##0;-$#,##0', '$-381'],
    ['836', '+0;-0;0', '836'],
    ['-836', '+0;-0;0', '-836'],
    ['0', '#,##0;-#,##0;"-"', '0'],
    ['0', '#,##0;-#,##0;', '0'],
    ['0', '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', '0'],
    ['12', '[Blue]0', '12'],
    // Conditions.
    ['1500', '[>=1000]0.0;0', '1500.0'],
    ['500', '[>=1000]0.0;0', '500'],
    ['5', '[<10]"0"0;0', '05'],
    ['2', '[=1]"một";[=2]0.0;0', '2.0'],
    ['3', '[=1]"một";[=2]0.0;0.00', '3.00'],
    ['-5', '[>=1000]0.0;0.00;0.000', '-5.00'],
    // In another shape: the value itself.
    ['1234567890', '0.00E+00', '1234567890'],
    ['0.5', '# ?/?', '0.5'],
    ['0.5', 12, '0.5'],
    ['12.5', '@', '12.5'],
    // Codes that are no formats.
    ['12.5', '', '12.5'],
    ['12', '0"', '12'],
    ['12', '0\\', '12'],
    ['12', '[0', '12'],
    ['12.5', 163, '12.5'],
  ])('%s as %s is %s', async (...[stored, format, text, kept]) => {
    expect(await shown(stored, format)).toEqual(number(text, kept));
    expect(await remarks(stored, format)).toEqual([]);
  });

  test.each([
    ['31052021', '00"/"00"/"0000', '31/05/2021'],
    ['123456789001', '0000000000-000', '0123456789-001'],
    ['912345678', '(000) 000-0000', '(091) 234-5678'],
    ['1234567', '00-00', '12345-67'],
    ['17546', '0" tỷ "000" triệu"', '17 tỷ 546 triệu'],
    ['17546.5', '0" tỷ "000.0" triệu"', '17 tỷ 546.5 triệu'],
    ['-12', '0-0', '-1-2'],
  ])('%s as %s is the text %s, for it reads as no number', async (stored, format, text) => {
    expect(await shown(stored, format)).toEqual({ text, literal: false, stored });
  });
});

describe('what shows something other than the value is said', () => {
  test.each([
    ['1234567', '#,##0,', '1235'],
    ['1234567', '#,##0.0,', '1234.6'],
    ['1234567', '#,##0,.0', '1234.6'],
    ['1500000', '#,##0.0,," triệu"', '1.5 triệu'],
  ])('%s as %s shows %s: the value is taken without a unit', async (stored, format, said) => {
    expect(await shown(stored, format)).toEqual(number(stored));
    expect(await remarks(stored, format)).toEqual([{ kind: 'scaled', shown: said }]);
  });

  test.each([
    ['12', ';;;', ''],
    ['12', '"', ''],
    ['1', '"có";;"không"', 'có'],
    ['0', '"có";;"không"', 'không'],
    ['-5', '[>0]0', '#'],
    ['-5', 'dd/mm/yyyy', '#'],
    ['2958466', 'dd/mm/yyyy', '#'],
  ])('%s as %s shows none of its digits', async (stored, format, said) => {
    expect(await shown(stored, format)).toEqual(number(stored));
    expect(await remarks(stored, format)).toEqual([{ kind: 'unshown', shown: said }]);
  });
});

describe('dates as dates', () => {
  test.each<[string, string | number, string]>([
    ['44347', 'dd/mm/yyyy', '2021-05-31'],
    ['44347', 14, '2021-05-31'],
    ['44347', '[$-42A]dd mmmm yyyy;@', '2021-05-31'],
    ['44347', '"ngày "dd" tháng "mm" năm "yyyy', '2021-05-31'],
    ['44347', 'd-mmm', '2021-05-31'],
    ['44347', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2021-05-31'],
    ['44347.75', 'dd/mm/yyyy', '2021-05-31'],
    ['44347.75', 'dd/mm/yyyy hh:mm', '2021-05-31T18:00:00'],
    ['44347', 'dd/mm/yyyy hh:mm', '2021-05-31'],
    ['44347.5734259259', 22, '2021-05-31T13:45:44'],
    ['44347.999999999', 'dd/mm/yyyy hh:mm:ss', '2021-06-01'],
    ['44347.5', 'h:mm', '2021-05-31T12:00:00'],
    ['0.75', 'h:mm AM/PM', '18:00:00'],
    ['0.5', 'mm:ss.0', '12:00:00'],
    ['0.00000115740740740741', 'ss.000', '00:00:00.100'],
    ['1.5', '[h]:mm', '36:00:00'],
    ['0.0125', '[mm]:ss', '00:18:00'],
    // A month or a year that was typed as such stays one.
    ['44317', 'mm/yyyy', '2021-05'],
    ['44317', 17, '2021-05'],
    ['44347', 'mm/yyyy', '2021-05-31'],
    ['44197', 'yyyy', '2021'],
    ['44317', 'yyyy', '2021-05-01'],
    // Excel's 29 February 1900, and the days around it.
    ['1', 'dd/mm/yyyy', '1900-01-01'],
    ['59', 'dd/mm/yyyy', '1900-02-28'],
    ['60', 'dd/mm/yyyy', '1900-02-29'],
    ['61', 'dd/mm/yyyy', '1900-03-01'],
    ['0', 'dd/mm/yyyy', '1900-01-00'],
    ['2958465', 'dd/mm/yyyy', '9999-12-31'],
  ])('%s as %s is %s, and its serial number is kept', async (stored, format, text) => {
    expect(await shown(stored, format)).toEqual({ text, literal: false, stored });
  });

  test('counted from 1904', async () => {
    expect(await shown('42885', 'dd/mm/yyyy', true)).toMatchObject({ text: '2021-05-31' });
    expect(await shown('0', 'dd/mm/yyyy', true)).toMatchObject({ text: '1904-01-01' });
  });

  test.each([
    ['2021-05-31T00:00:00', '2021-05-31'],
    ['2021-05-31T13:45:00', '2021-05-31T13:45:00'],
  ])('written out, as the strict format may: %s', async (written, text) => {
    expect(await cell({ data: `<row><c t="d"><v>${written}</v></c></row>` })).toEqual({ text, literal: false });
  });
});

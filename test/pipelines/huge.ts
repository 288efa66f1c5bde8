import { isClear, prepared, sentencesOf } from './sentences';

/** Files that are in one way far larger than any report, by what they have too much of. */
const head =
  'Đơn vị báo cáo;Bắc Giang\nKỳ báo cáo;Năm 2020\nTT;Chỉ tiêu;Đơn vị tính;Thực hiện\n1;Tổng số HTX;HTX;869\n';
const long = (text: string) => text.repeat(5_000_000 / text.length);
const nested = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
const columns = Array.from({ length: 20_000 }, (_, index) => `c${index}`).join(';');
const huge: Readonly<Record<string, () => string>> = {
  'JSON of 100 000 lists in each other': () => nested('[', ']'),
  'JSON of 100 000 objects in each other': () => nested('{"rows":', '}'),
  'one line of 5 MB': () => long('a'),
  'a label of 5 MB': () => `${head}2;${long('a')};HTX;5\n`,
  'a number of 5 MB': () => `${head}2;Tổng số thành viên HTX;người;${long('1')}\n`,
  'a unit of 5 MB': () => `${head}2;Tổng vốn điều lệ HTX;${long('tỷ ')};5\n`,
  'a period of 5 MB': () => head.replace('Năm 2020', long('1 ')),
  'a province of 5 MB': () => head.replace('Bắc Giang', long('á')),
  'a million delimiters': () => ';'.repeat(1_000_000),
  'a million delimiters below a report': () => `${head}${';'.repeat(1_000_000)}\n`,
  'a million quotes': () => '"'.repeat(1_000_000),
  'a million and one quotes below a report': () => `${head}${'"'.repeat(1_000_001)}\n`,
  '20 MB of quotes in one line': () => '"'.repeat(20_000_000),
  '50 000 lines of a quote': () => `${head}${'"\n'.repeat(50_000)}`,
  '100 000 empty lines': () => `${head}${'\n'.repeat(100_000)}`,
  '100 000 empty lines and no report': () => '\n'.repeat(100_000),
  '20 000 columns': () => `${columns}\n${columns}\n`,
  '20 000 columns in the header of a report': () => head.replace('Thực hiện', `Thực hiện;${columns}`),
};

/** In a process of its own: reads one after the other and prints a line of JSON for each: its name, and what is said of it that is not clear. */
async function main(): Promise<void> {
  for (const [name, text] of Object.entries(huge)) {
    const parts = await prepared(Buffer.from(text()));
    const unclear = sentencesOf(parts).filter((sentence) => !isClear(sentence));
    process.stdout.write(`${JSON.stringify([name, parts.length, unclear])}\n`);
  }
}

/** What they have too much of, in the order in which they are read. */
export const names = Object.keys(huge);
if (require.main === module) void main();

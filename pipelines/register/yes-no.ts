import type { YesNoColumn } from '../../schemas/register';
import { fold } from '../../schemas/text';
import type { Said } from './doubts';
import type { RowReading } from './row-reading';

/** What a row says in a column of marks: a dash beside marks is a no, and where only the yes is marked, so is an empty box. */
export function yesNoIn(reading: RowReading, role: YesNoColumn): boolean | null {
  const { columns, evidence, words } = reading.setting;
  if (!columns.has(role)) return null;
  const cell = reading.cell(role);
  const ticked = evidence.ticked.has(role);
  const read = cell === null ? null : words.yesNoOf(cell.text);
  if (cell === null || read === null) return ticked || isDashed(reading, role) ? false : null;
  if (read === 'invalid') return reading.refuse(role, cell, unknown(reading.nameOf(role)));
  if (ticked && !read) reading.doubt(role, cell, lateNo(reading.nameOf(role)));
  return read;
}

const isDashed = (reading: RowReading, role: YesNoColumn) =>
  reading.setting.evidence.marked.has(role) && (reading.written(role)?.text ?? '').trim() !== '';

const yes = new Set(['x', 'co', '1', 'true', 'dung', 'v', 'c', 'yes', 'y', ...'✓✔☑✅√☒×']);
const no = new Set(['khong', '0', 'false', 'sai', 'no', 'n', 'ko', 'k', ...'✘✗☐❌']);

/** `x`, `có`, `1`, `✔`, `không`, `☐` …; null where nothing is written or a dash, which says nothing for sure. */
export function readYesNo(written: string): boolean | null | 'invalid' {
  if (/^[-–—.\s]*$/.test(written)) return null;
  // A mark may be followed by what makes a picture of it.
  const key = fold(written) || written.replace(/\s|\ufe0e|\ufe0f/g, '');
  if (yes.has(key)) return true;
  return no.has(key) ? false : 'invalid';
}

const unknown = (column: string): Said => ({
  rule: 'value.unknown',
  nature: 'held',
  said: 'each',
  says: (it) => `Không hiểu ${it} ở ${column}; hãy ghi "x", "có" hoặc "không". Ô này chưa được nạp.`,
});

const lateNo = (column: string): Said => ({
  rule: 'marks.mixed',
  nature: 'doubt',
  said: 'once',
  says: (cells) =>
    `Ở ${column} các dòng đầu chỉ đánh dấu "có" nên ô trống đã được đọc là "không", nhưng về sau có ô ghi "không": ${cells}. Hãy ghi rõ mọi ô.`,
});

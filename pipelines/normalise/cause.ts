import { placeName } from '../../schemas/cell';
import { doubtedCell, type Finding, wrongTogether } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';

/**
 * One cause is one finding: figures of a whole column without a unit or with one that was dragged down the page, and rows that are held because the row above them is
 * unknown, are said once, with the first of them and their number.
 */
export function oneForEachCause(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  findings.forEach((each, index) => {
    const key = causeOf(each) ?? `${index}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  });
  return [...groups.values()].map(together);
}

/** The cause that a finding may share with others; null where it has its own. */
function causeOf({ rule, raw, message }: Finding): string | null {
  if (rule === 'unit.missing') return message.includes(percentQuestion) ? 'unit %' : 'unit';
  if (rule === 'unit.mismatch') return /^Đơn vị "[^"]*"/.exec(message)?.[0] ?? null;
  if (rule === 'label.unknown' || rule === 'sector.unknown') return raw === null ? 'label' : `row ${parentOf(raw)}`;
  return null;
}

/** What is asked of a share without a unit. */
export const percentQuestion = '35,3% hay 0,353?';

/** `Số thành viên mới › Nông nghiệp` stands below `Số thành viên mới`. */
const parentOf = (raw: string) => (raw.split(' › ')[0] ?? raw).trim();

function together([first, ...others]: readonly [Finding, ...Finding[]]): Finding {
  if (others.length === 0) return first;
  const places = others.slice(0, 2).flatMap(({ at }) => (at === null ? [] : placeName(at)));
  const more = others.length > 2 ? ` và ${others.length - 2} chỗ khác` : '';
  const also = `Cũng vậy ở ${places.join('; ')}${more}.`;
  const all = wrongTogether(others.map(doubtedCell));
  if (first.rule !== 'unit.missing') return { ...first, message: `${first.message} ${also}`, ...all };
  const inJson = first.at !== null && 'pointer' in first.at;
  const where = inJson
    ? 'vào trường "unit" của từng dòng hoặc của cả báo cáo'
    : 'vào cột "Đơn vị tính", hoặc ghi một dòng "Đơn vị tính: …" phía trên bảng';
  const question = first.message.includes(percentQuestion) ? percentQuestion : 'triệu đồng hay tỷ đồng?';
  const example = `"${excerpt(first.raw ?? '')}"${first.at === null ? '' : ` (${placeName(first.at)})`}`;
  return {
    ...first,
    message: `${others.length + 1} số không ghi đơn vị tính (${question}), đầu tiên là ${example}. ${also} Các ô này chưa được nạp: hãy ghi đơn vị ${where}.`,
    ...all,
  };
}

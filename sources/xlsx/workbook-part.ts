import type { Archive } from './archive';
import { limits } from './limits';
import { isTrue } from './reference';
import { broken, sentences, tooLarge, Unreadable } from './refusals';
import { type Relationship, relationshipsOf } from './relationships';
import { readXml } from './xml';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What the workbook's own part says: its sheets in their order, and where the texts and formats stand. */
export interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904-01-01, as Excel for the Mac did. */
  readonly date1904: boolean;
}

/** Finds the workbook by the package's relationships; throws `Unreadable` where the zip holds something else. */
export async function readWorkbookPart(archive: Archive): Promise<WorkbookPart> {
  const part = (await relationshipsOf(archive, '')).find(({ kind }) => kind === 'officeDocument')?.part;
  if (part === undefined) throw new Unreadable(await whatElse(archive));
  if (/\.bin$/i.test(part)) throw new Unreadable(sentences.binaryExcel);
  const relationships = await relationshipsOf(archive, part);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  await readXml(archive.unpack(part), {
    open(name, attributes, depth) {
      if (depth === 1 && name !== 'workbook') throw new Unreadable(sentences.otherOffice);
      if (depth === 2 && name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (depth !== 3 || name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: attributes.name ?? '', hidden: /hidden/i.test(attributes.state ?? ''), id });
    },
  });
  const leadsTo = (kind: string) => relationships.find((each) => each.kind === kind)?.part ?? null;
  return {
    sheets: sheetsOf(listed, relationships),
    sharedStrings: leadsTo('sharedStrings'),
    styles: leadsTo('styles'),
    date1904,
  };
}

/** Sheets of cells alone: a chart on a sheet of its own holds nothing to read. */
function sheetsOf(
  listed: readonly { name: string; hidden: boolean; id: string }[],
  relationships: readonly Relationship[],
): SheetPart[] {
  const byId = new Map(relationships.map((each) => [each.id, each]));
  const sheets: SheetPart[] = [];
  const parts = new Set<string>();
  for (const { name, hidden, id } of listed) {
    const relationship = byId.get(id);
    if (relationship === undefined) throw broken(`không tìm thấy trang tính "${name.slice(0, 50)}"`);
    if (relationship.kind !== 'worksheet') continue;
    // One part shown as many sheets would be unpacked as often as a small file likes.
    if (parts.has(relationship.part.toLowerCase()) || sheets.some((sheet) => sheet.name === name))
      throw broken('hai trang tính cùng tên hoặc cùng nội dung');
    parts.add(relationship.part.toLowerCase());
    sheets.push({ name, hidden, part: relationship.part });
    if (sheets.length > limits.sheets) throw tooLarge(`có hơn ${limits.sheets} trang tính`);
  }
  return sheets;
}

/** An OpenDocument says first what it is; any other zip is somebody's folder. */
async function whatElse(archive: Archive): Promise<string> {
  if (!archive.has('mimetype')) return archive.has('[Content_Types].xml') ? sentences.notWorkbook : sentences.archive;
  for await (const piece of archive.unpack('mimetype'))
    return piece.toString('latin1').includes('opendocument.spreadsheet')
      ? sentences.openDocument
      : sentences.notWorkbook;
  return sentences.archive;
}

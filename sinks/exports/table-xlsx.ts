import { Workbook } from 'exceljs';
import { type AnnexBlock, annexOf, type Publication } from './annex';
import { annexSheet } from './annex-sheet';
import { coverageOf } from './coverage';
import { coverageSheet, findingsSheet } from './list-sheets';
import { undatedZip } from './undated-zip';

/**
 * The table as a workbook to print and sign: a sheet for each area that has figures, one that says who has reported, and one
 * with what is still doubtful where that is known. The same publication gives the same bytes.
 */
export async function tableXlsx(publication: Publication): Promise<Buffer> {
  const annex = annexOf(publication);
  const workbook = new Workbook();
  Object.assign(workbook, {
    title: `${annex.title} ${annex.periodLine}`,
    creator: 'tonghop',
    created: publication.at,
    modified: publication.at,
  });
  for (const block of annex.blocks) annexSheet(workbook, sheetName(block), annex, block);
  coverageSheet(workbook, coverageOf(publication.whole));
  if (publication.findings !== null) findingsSheet(workbook, publication.findings);
  return undatedZip(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** At most 31 characters, none of those that Excel refuses, and no name twice: it begins with the area's id. */
function sheetName({ area, name }: AnnexBlock): string {
  if (area === 'VN') return 'Bảng tổng hợp';
  return `${area.replace(/[:\\/?*[\]]/g, '-')} ${name.replace(/[:\\/?*[\]]/g, ' ')}`.slice(0, 31).trim();
}

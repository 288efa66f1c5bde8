import path from 'node:path';

import pdfmake = require('pdfmake');

import type { Content, Node, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import {
  type Annex,
  type AnnexBlock,
  type AnnexRow,
  annexHead,
  annexOf,
  comparisonNote,
  country,
  motto,
  organisation,
  type Publication,
  signers,
} from './annex';
import { coverageOf, coverageText } from './coverage';
import { deflatedPdf } from './deflated-pdf';

/** The table as a PDF to print and sign: A4 laid across, each area from a page of its own. The same publication gives the same bytes. */
export async function tablePdf(publication: Publication): Promise<Buffer> {
  const annex = annexOf(publication);
  const coverage = coverageText(coverageOf(publication.whole));
  const { title, periodLine } = annex;
  const document: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [42, 30, 28, 34],
    defaultStyle: { font: 'Roboto', fontSize: 8 },
    info: { title: `${title} ${periodLine}`, creationDate: publication.at, modDate: publication.at },
    compress: false,
    footer: (page, pages) => ({ text: `Trang ${page}/${pages}`, alignment: 'center', margin: [0, 10, 0, 0] }),
    ...(annex.blocks.length > fewAreas ? {} : { pageBreakBefore: isLonelyHeading }),
    content: annex.blocks.map((block, index) => areaBlock(annex, block, coverage, index > 0)),
  };
  pdfmake.setFonts({ Roboto: roboto });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => path.dirname(file) === fontFolder);
  return deflatedPdf(await pdfmake.createPdf(document).getBuffer());
}

/** All is laid out once more for each break that is made: for 71 areas that took three minutes. */
const fewAreas = 9;

/** A section's heading with no room for a row below it on its page. */
const isLonelyHeading = ({ headlineLevel, startPosition }: Node) =>
  headlineLevel === 1 && startPosition.verticalRatio > 0.935;

const fontFolder = path.join(path.dirname(require.resolve('pdfmake/package.json')), 'fonts/Roboto');
const roboto = {
  normal: path.join(fontFolder, 'Roboto-Regular.ttf'),
  bold: path.join(fontFolder, 'Roboto-Medium.ttf'),
  italics: path.join(fontFolder, 'Roboto-Italic.ttf'),
  bolditalics: path.join(fontFolder, 'Roboto-MediumItalic.ttf'),
};

function areaBlock(annex: Annex, block: AnnexBlock, coverage: string, onNewPage: boolean): Content {
  return {
    ...(onNewPage ? { pageBreak: 'before' } : {}),
    stack: [
      {
        columns: [
          { width: '40%', text: organisation, bold: true },
          { width: '60%', stack: [bold(country), { ...bold(motto), decoration: 'underline' }, italic(annex.place)] },
        ],
        alignment: 'center',
        fontSize: 10,
      },
      {
        text: [annex.title, '\n', annex.periodLine],
        bold: true,
        fontSize: 12,
        alignment: 'center',
        margin: [0, 12, 0, 2],
      },
      { ...italic(block.basis), alignment: 'center', margin: [0, 0, 0, 4] },
      ...(block.sample === null ? [] : [{ ...bold(block.sample), color: '#c00000', alignment: 'center' as const }]),
      figures(block),
      { ...italic(comparisonNote), fontSize: 7.5, margin: [0, 6, 0, 2] },
      { text: coverage, fontSize: 7.5 },
      {
        unbreakable: true,
        alignment: 'center',
        fontSize: 10,
        stack: [
          { columns: signers.map(([who, how]) => ({ stack: [bold(who), italic(how)] })), margin: [0, 12, 0, 0] },
          // Room to sign.
          '\n\n\n',
        ],
      },
    ],
  };
}

const bold = (text: string) => ({ text, bold: true });
const italic = (text: string) => ({ text, italics: true });

function figures({ rows }: AnnexBlock): Content {
  const empty: TableCell[] = [{ text: 'Chưa có số liệu.', colSpan: 10, italics: true, alignment: 'center' }];
  return {
    margin: [0, 6, 0, 0],
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 0.8, paddingBottom: () => 0.8 },
    table: {
      headerRows: 2,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [24, '*', 62, 62, 54, 40, 62, 54, 40, 58],
      body: [...headRows(), ...(rows.length === 0 ? [empty] : rows.map(bodyRow))],
    },
  };
}

function headRows(): TableCell[][] {
  const style = { bold: true, alignment: 'center', fillColor: '#eeeeee' } as const;
  const upper = annexHead.flatMap(({ upper: text, lower }): TableCell[] =>
    lower.length === 0
      ? [{ text, rowSpan: 2, ...style }]
      : [{ text, colSpan: lower.length, ...style }, ...lower.slice(1).map(() => ({}))],
  );
  const lower = annexHead.flatMap(({ lower }): TableCell[] =>
    lower.length === 0 ? [{}] : lower.map((text) => ({ text, ...style })),
  );
  return [upper, lower];
}

function bodyRow(row: AnnexRow): TableCell[] {
  if (row.heading !== null)
    return [{ ...bold(`${row.tt}. ${row.heading}`), colSpan: 10, headlineLevel: 1 }, ...Array(9).fill({})];
  const shown = [row.actual, row.previousChange, row.previousPercent, row.plan, row.planChange, row.planPercent];
  return [
    { text: row.tt, alignment: 'center' },
    { text: row.label, margin: [row.depth * 8, 0, 0, 0] },
    { text: row.unit, alignment: 'center' },
    ...shown.map((text): TableCell => ({ text, alignment: 'right' })),
    { text: row.coverage, alignment: 'center' },
  ];
}

import { placeName } from '../../schemas/cell';
import { doubtedCell, type Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Candidate, Figure } from './figures';
import type { Settled } from './notation';
import type { Sizes } from './size';

/** What is doubtful about how the numbers of a report were read. One that the file itself settles is no finding. */
export function notationFindings(read: ReadonlyMap<Figure, Settled | null>, sizes: Sizes): Finding[] {
  const findings: Finding[] = [];
  const mixed: Settled[] = [];
  for (const [figure, settled] of read) {
    if (settled === null) findings.push(undecided(figure, sizes));
    else if (settled.against !== null) findings.push(contradicted(settled, settled.against));
    else if (settled.rather !== null) findings.push(doubtful(settled, settled.rather));
    else if (settled.by === 'size') findings.push(likely(settled));
    else if (settled.by === 'notation' && settled.usual && settled.usual.others.length > 0) mixed.push(settled);
  }
  return [...findings, ...mixedNotations(mixed)];
}

/** The figure in the unit of the catalogue. */
const shown = ({ indicator }: Figure, { amount }: Pick<Candidate, 'amount'>) => amount.in(indicator.unit);
const inWords = (figure: Figure, candidate: Pick<Candidate, 'amount'>) =>
  `${vietnameseNumber(shown(figure, candidate))} ${figure.indicator.unit.name}`;
const number = ({ cell, indicator }: Figure) =>
  `Số "${excerpt(cell.text)}" (${placeName(cell.at)}) của chỉ tiêu "${indicator.label}"`;

function finding(figure: Figure, rule: string, nature: Finding['nature'], message: string): Finding {
  return {
    rule,
    nature,
    code: figure.indicator.code,
    sector: figure.sector,
    measure: figure.measure,
    at: figure.cell.at,
    raw: figure.cell.text,
    message,
    proposal: null,
  };
}

function contradicted(settled: Settled, usual: Candidate): Finding {
  const { figure } = settled;
  const because = settled.choice?.because ?? '';
  return {
    ...finding(
      figure,
      'notation.contradicted',
      'doubt',
      `${number(figure)} theo cách ghi của cả báo cáo là ${inWords(figure, usual)}, nhưng như thế thì không hợp với các số khác; đã nạp là ${inWords(figure, settled)} (${because}). Hãy xác nhận hoặc sửa lại.`,
    ),
    proposal: { value: shown(figure, settled), unit: figure.indicator.unit.name, because },
  };
}

/** Nothing but the size speaks for the reading: likely, and somebody should look. */
function likely(settled: Settled): Finding {
  const { figure } = settled;
  const because = settled.choice?.because ?? '';
  return {
    ...finding(
      figure,
      'notation.likely',
      'doubt',
      `${number(figure)} đọc được hai cách; đã nạp là ${inWords(figure, settled)} vì chỉ như thế mới hợp lý về độ lớn (${because}). Hãy xác nhận hoặc ghi lại cho rõ.`,
    ),
    proposal: { value: shown(figure, settled), unit: figure.indicator.unit.name, because },
  };
}

/** The numbers around speak for a reading that is of no usual size. */
function doubtful(settled: Settled, rather: Candidate): Finding {
  const { figure } = settled;
  const because = 'hợp lý hơn về độ lớn';
  return {
    ...finding(
      figure,
      'notation.doubtful',
      'doubt',
      `${number(figure)} ${settled.choice?.because} là ${inWords(figure, settled)}, khác thường về độ lớn; đọc cách kia là ${inWords(figure, { amount: rather.amount })}. Đã nạp ${inWords(figure, settled)}: hãy xác nhận hoặc ghi lại cho rõ.`,
    ),
    proposal: { value: shown(figure, rather), unit: figure.indicator.unit.name, because },
  };
}

/** Numbers of both notations stand in one file: said once, with the cells that were read by the greater number. */
function mixedNotations(settled: readonly Settled[]): Finding[] {
  const [first, ...rest] = settled;
  if (first?.usual?.others[0] === undefined) return [];
  const { figure, usual } = first;
  const places = settled.slice(0, 5).map((each) => placeName(each.figure.cell.at));
  const more = settled.length > 5 ? ` và ${settled.length - 5} ô khác` : '';
  const [vi, en] = ['1.234,5', '1,234.5'];
  const [most, few] = usual.notation === 'vi' ? [vi, en] : [en, vi];
  const others = usual.others.slice(0, 3).map(({ text, at }) => `"${excerpt(text)}" (${placeName(at)})`);
  return [
    {
      ...finding(
        figure,
        'notation.mixed',
        'doubt',
        `Tệp ghi số theo kiểu ${most} (${usual.sure} ô), nhưng ${usual.others.length} ô lại theo kiểu ${few}: ${others.join(', ')}. Các số đọc được hai cách ở ${places.join('; ')}${more} đã đọc theo kiểu ${most}; hãy xác nhận, hoặc ghi cả tệp theo một kiểu.`,
      ),
      others: {
        wrong: 'one',
        cells: rest.map((each) => doubtedCell(finding(each.figure, 'notation.mixed', 'doubt', ''))),
      },
    },
  ];
}

function undecided(figure: Figure, sizes: Sizes): Finding {
  const readings = figure.candidates.map((candidate) => vietnameseNumber(shown(figure, candidate)));
  const sized = figure.candidates.map((candidate) => ({ candidate, size: sizes.of(figure, candidate.amount) }));
  const [likely, other] = sized.filter(({ size }) => size.verdict === 'usual');
  const guess = likely && !other ? `, có lẽ là ${inWords(figure, likely.candidate)} (${likely.size.words})` : '';
  const unit = figure.indicator.unit.name;
  return {
    ...finding(
      figure,
      'notation.undecided',
      'held',
      `${number(figure)} đọc được hai cách: ${readings.join(' hoặc ')} ${unit}, và không có số nào khác cho biết cách nào đúng${guess}. Ô này chưa được nạp: hãy ghi lại cho rõ.`,
    ),
    proposal: likely && !other ? { value: shown(figure, likely.candidate), unit, because: likely.size.words } : null,
  };
}

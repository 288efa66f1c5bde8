import type { Archive } from './archive';
import { builtinFormats } from './builtin-formats';
import { limits } from './limits';
import { type NumberFormat, numberFormat } from './number-format';
import { broken } from './refusals';
import { readXml } from './xml';

/** The number formats of a workbook by the number of a cell's style. */
export class Styles {
  private readonly byStyle = new Map<string, NumberFormat>();

  constructor(
    private readonly ids: readonly number[],
    private readonly codes: ReadonlyMap<number, string>,
  ) {}

  /** `style`: a cell's `s` as written; without one, or with one that does not exist, it is the first. */
  formatOf(style: string | undefined): NumberFormat {
    const key = style ?? '0';
    const known = this.byStyle.get(key);
    if (known !== undefined) return known;
    const id = this.ids[Number(key)] ?? 0;
    const format = numberFormat(this.codes.get(id) ?? builtinFormats.get(id) ?? 'General');
    this.byStyle.set(key, format);
    return format;
  }
}

export async function readStyles(archive: Archive, part: string | null): Promise<Styles> {
  const ids: number[] = [];
  const codes = new Map<number, string>();
  if (part === null || !archive.has(part)) return new Styles(ids, codes);
  let section = '';
  await readXml(archive.unpack(part), {
    open(name, { numFmtId, formatCode }, depth) {
      if (depth === 2) section = name;
      if (depth !== 3) return;
      if (section === 'cellXfs' && name === 'xf') ids.push(Number(numFmtId ?? 0));
      if (section !== 'numFmts' || name !== 'numFmt' || formatCode === undefined) return;
      if (formatCode.length > limits.formatCharacters) throw broken('định dạng số dài quá mức');
      codes.set(Number(numFmtId), formatCode);
    },
  });
  return new Styles(ids, codes);
}

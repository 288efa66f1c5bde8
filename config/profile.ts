import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Catalogue } from '../schemas/catalogue';
import type { Severity } from '../schemas/finding';
import type { Rule } from '../schemas/rules';
import { excerpt, oneLine } from '../schemas/text';
import { CatalogueError } from './catalogue';
import { rulesOf } from './rules';

export const profileFile = 'profile.csv';

/**
 * The catalogue with the rules as a home holds them: `profile.csv` there, `rule,severity`, `warning` or `note` for any rule
 * that keeps no figure out. Throws CatalogueError with a Vietnamese sentence for each row that is wrong.
 */
export function withProfile(catalogue: Catalogue, home: string): Catalogue {
  const text = textOf(path.join(home, profileFile));
  if (text === null) return catalogue;
  const { all } = catalogue.rules;
  const said = new Map<string, Severity>();
  const faults: string[] = [];
  for (const { line, rule, severity } of rowsOf(text)) {
    const fault = said.has(rule) ? `"${rule}" đã có ở một dòng trên` : faultOf(rule, severity, all);
    if (fault === null) said.set(rule, severity as Severity);
    else faults.push(`${profileFile}, dòng ${line}: ${fault}`);
  }
  if (faults.length > 0) throw new CatalogueError(faults.join('\n'));
  const judged = [...all.values()].map((each) => ({ ...each, severity: said.get(each.rule) ?? each.severity }));
  return { ...catalogue, rules: rulesOf(judged, catalogue.version) };
}

function faultOf(rule: string, severity: string, all: ReadonlyMap<string, Rule>): string | null {
  const known = all.get(rule);
  if (known === undefined) return `không có quy tắc "${excerpt(rule)}"`;
  if (known.severity === 'error')
    return `quy tắc "${rule}" giữ số liệu lại, chưa nạp, nên luôn là lỗi; hãy bỏ dòng này`;
  if (severity !== 'warning' && severity !== 'note')
    return `mức của "${rule}" phải là warning (cảnh báo) hoặc note (ghi chú), không phải "${excerpt(severity)}"`;
  return null;
}

function rowsOf(text: string): { line: number; rule: string; severity: string }[] {
  const options = { bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, info: true };
  let rows: Row[];
  try {
    rows = parse(text, options) as unknown as Row[];
  } catch (error) {
    throw new CatalogueError(`${profileFile}: không đọc được (${oneLine((error as Error).message)})`);
  }
  const [header, ...others] = rows.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const names = header?.record.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [rule, severity] = [names.indexOf('rule'), names.indexOf('severity')];
  if (rule === -1 || severity === -1)
    throw new CatalogueError(`${profileFile}: dòng đầu phải có các cột rule,severity`);
  const cell = ({ record }: Row, column: number) => (record[column] ?? '').trim().toLowerCase();
  return others.map((row) => ({ line: row.info.lines, rule: cell(row, rule), severity: cell(row, severity) }));
}

/** With its place, which csv-parse's types leave out. */
interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // A home that is not there, or cannot be, has no profile; whoever needs the home says so.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

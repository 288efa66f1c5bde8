import { isLosslessNumber, parse, stringify } from 'lossless-json';
import { reviewFields } from '../../../schemas/review';
import { oneLine } from '../../../schemas/text';
import { proposalText } from '../findings-wording';
import type { Doubtful } from './wording';

type Fields = Record<string, unknown>;

/**
 * The JSON text, indented, in which each object with findings has a field that lists what is wrong in it, and one that lists
 * what would mend it; numbers keep their digits. What is about the whole report stands in the report's own object.
 */
export function annotatedJson(text: string, findings: readonly Doubtful[]): Buffer {
  const root = withoutFields(parse(text));
  const [first] = findings.flatMap(({ at }) => (at !== null && 'pointer' in at ? at.pointer : []));
  for (const finding of findings) {
    const pointer = finding.at !== null && 'pointer' in finding.at ? finding.at.pointer : null;
    // Of several reports in one file, the one that the other findings are in.
    const path = keysOf(pointer ?? first ?? '');
    const [outer, inner] = objectsOn(root, path);
    const object = (pointer === null ? outer : inner) ?? firstObject(root);
    if (object === undefined) continue;
    const key = path.at(-1) ?? '';
    const place = pointer === null ? 'Cả báo cáo' : key in object ? `trường "${oneLine(key)}"` : 'Dòng này';
    add(object, reviewFields.wrong, `${place}: ${oneLine(finding.message)}`);
    if (finding.proposal !== null)
      add(object, reviewFields.mend, `${place}: sửa thành ${proposalText(finding.proposal)}`);
  }
  return Buffer.from(`${stringify(root, undefined, 2)}\n`);
}

function add(object: Fields, name: string, text: string): void {
  const before = object[name];
  object[name] = [...(Array.isArray(before) ? before : []), text];
}

/** RFC 6901. */
function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** The first and the last object on the way to a value; the value itself where it is an object. */
function objectsOn(root: unknown, keys: readonly string[]): [outer: Fields | undefined, inner: Fields | undefined] {
  const way = [root];
  for (const key of keys) {
    const value = way.at(-1);
    way.push(Array.isArray(value) || isObject(value) ? (value as Fields)[key] : undefined);
  }
  const objects = way.filter(isObject);
  return [objects[0], objects.at(-1)];
}

const firstObject = (root: unknown) => (Array.isArray(root) ? root : [root]).find(isObject);

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}

/** As it was before a copy was marked. */
function withoutFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFields);
  if (!isObject(value)) return value;
  const names: readonly string[] = Object.values(reviewFields);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => (names.includes(key) ? [] : [[key, withoutFields(field)]])),
  );
}

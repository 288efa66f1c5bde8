import { isLosslessNumber, parse } from 'lossless-json';
import { type Refusal, refusal, type Tree } from '../schemas/cell';
import { storable } from '../schemas/text';

/** JSON text as a tree in which every scalar keeps its digits (no float) and its JSON pointer. */
export function readJson(text: string): { kind: 'tree'; root: Tree } | Refusal {
  try {
    return { kind: 'tree', root: tree(parse(text.replace(/^\ufeff/, '')), '') };
  } catch (error) {
    if (error instanceof RangeError) return refusal('tệp JSON lồng quá nhiều tầng nên không phải biểu B01');
    if (!(error instanceof SyntaxError)) throw error;
    const at = /position (\d+)/.exec(String(error))?.[1];
    const cutOff = at === undefined || Number(at) >= text.trimEnd().length;
    return refusal(
      cutOff
        ? 'tệp JSON bị cắt giữa chừng (thiếu phần cuối); hãy xuất lại tệp đầy đủ và gửi lại'
        : `tệp JSON sai cú pháp ở dòng ${text.slice(0, Number(at)).split('\n').length}; hãy xuất lại tệp và gửi lại`,
    );
  }
}

function tree(value: unknown, pointer: string): Tree {
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item, index) => tree(item, `${pointer}/${index}`)), pointer };
  }
  if (isLosslessNumber(value)) return scalar(value.toString(), true, pointer);
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, field]): [string, Tree] => [
      key,
      tree(field, `${pointer}/${escaped(storable(key))}`),
    ]);
    return { kind: 'object', fields: new Map(fields), pointer };
  }
  return scalar(value === null ? '' : String(value), false, pointer);
}

const scalar = (text: string, literal: boolean, pointer: string): Tree => ({
  kind: 'scalar',
  cell: { text: storable(text), literal, at: { pointer } },
});

/** RFC 6901. */
const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

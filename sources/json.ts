import { type Refusal, refusal, type Tree } from '../schemas/cell';
import { type NoTree, treeOf } from './json-tree';

/** A tree of so many values takes 100 MB, and what is made of it as much: all of a large province's cooperatives. */
const mostValues = 400_000;

/** JSON text as a tree in which every scalar keeps its digits (no float) and its JSON pointer. */
export function readJson(text: string): { kind: 'tree'; root: Tree } | Refusal {
  const json = text.replace(/^\ufeff/, '');
  const root = treeOf(json, mostValues);
  return 'why' in root ? refusal(sentence(root, json)) : { kind: 'tree', root };
}

function sentence({ why, at }: NoTree, text: string): string {
  if (why === 'depth') return 'tệp JSON lồng quá nhiều tầng nên không phải biểu B01';
  if (why === 'size')
    return `tệp JSON có quá nhiều số liệu (hơn bốn trăm nghìn giá trị); hãy gửi mỗi tỉnh, mỗi kỳ một tệp, hoặc gửi danh sách dưới dạng CSV`;
  return isCutOff(text, at)
    ? 'tệp JSON bị cắt giữa chừng (thiếu phần cuối); hãy xuất lại tệp đầy đủ và gửi lại'
    : `tệp JSON sai cú pháp ở dòng ${text.slice(0, at).split('\n').length}; hãy xuất lại tệp và gửi lại`;
}

/** Nothing follows, or the beginning of a number or a word. */
const isCutOff = (text: string, at: number) =>
  at >= text.length || (text.length - at < 1000 && /^[-+.\w]*\s*$/.test(text.slice(at)));

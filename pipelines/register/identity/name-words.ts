/** The words in cooperatives' names that say what it is or does, and not which one it is. Folded. */

/** What kind of body it is: said again by the register's own column. */
export const kindWords: readonly string[] = [
  'lien hiep hop tac xa',
  'lien hiep htx',
  'lh htx',
  'lhhtx',
  'hop tac xa',
  'htx',
  'to hop tac',
  'tht',
  'quy tin dung nhan dan',
  'quy tin dung',
  'quy tdnd',
  'qtdnd',
  'qtd',
];

/** What it does, with the letters that it is shortened to. */
export const works: readonly (readonly [words: string, short: string])[] = [
  ['nong nghiep', 'nn'],
  ['nong lam nghiep', 'nl'],
  ['lam nghiep', 'ln'],
  ['dich vu', 'dv'],
  ['thuong mai', 'tm'],
  ['san xuat', 'sx'],
  ['kinh doanh', 'kd'],
  ['tong hop', 'th'],
  ['xay dung', 'xd'],
  ['van tai', 'vt'],
  ['tin dung nhan dan', 'tdnd'],
  ['tieu thu cong nghiep', 'ttcn'],
  ['cong nghiep', 'cn'],
  ['chan nuoi', 'cnuoi'],
  ['trong trot', 'ttrot'],
  ['cong nghe cao', 'cnc'],
  ['thuy san', 'ts'],
  ['nuoi trong thuy san', 'ntts'],
  ['ve sinh', 'vs'],
  ['moi truong', 'mt'],
  ['du lich', 'dl'],
  ['che bien', 'cb'],
  ['rau an toan', 'rat'],
  ['rau sach', 'rsach'],
  ['nuoc sach', 'nsach'],
  ['thu cong my nghe', 'tcmn'],
  ['duoc lieu', 'dlieu'],
];

/** Words that a name may have or lack without being another. */
export const fillers: ReadonlySet<string> = new Set(['va', 'xa', 'phuong', 'huyen', 'tinh', 'thon', 'so', 'cua']);

/** After these a word is a number: `thôn hai`, `số một`. Elsewhere `hai` may be Hải and `ba` Bà. */
export const counted: ReadonlySet<string> = new Set(['so', 'thon', 'doi', 'to', 'khu', 'xom', 'ap', 'ban']);

export const numberWords: readonly string[] = 'khong mot hai ba bon nam sau bay tam chin muoi'.split(' ');

/** Without `vi`, which is a name (Ba Vì). */
export const romanNumbers: readonly string[] = ['', 'i', 'ii', 'iii', 'iv', 'v', '', 'vii', 'viii', 'ix', 'x'];

import { fold } from '../../schemas/text';
import type { Said } from './doubts';

/** `Công ty TNHH …`, `Cty CP …`, `DNTN …`, `Hộ kinh doanh …`; no cooperative is called so. */
export const namesCompany = (name: string) =>
  /^\s*[cdhCDHđĐ]/.test(name) &&
  /^(cong ty|cty|ctcp|ct (tnhh|cp)|cong ti|doanh nghiep|dntn|dn (tu nhan|tn)|ho (kinh doanh|kd|ca the)|hkd)\b/.test(
    fold(name),
  );

/** One that is counted all the same. */
export const company: Said = {
  rule: 'type.company',
  nature: 'doubt',
  said: 'each',
  says: (it) =>
    `Tên ${it} là tên doanh nghiệp hoặc hộ kinh doanh, không phải HTX, LHHTX, QTDND hay THT; vẫn được tính. Hãy bỏ dòng này, hoặc ghi lại tên cho đúng.`,
};

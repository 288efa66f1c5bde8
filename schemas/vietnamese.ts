/** A plain decimal (`-1234.5`) in Vietnamese notation: `-1.234,5`. */
export function vietnameseNumber(plain: string): string {
  const [whole = '', rest] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return rest === undefined ? grouped : `${grouped},${rest}`;
}

/** With its sign, as a change is written: `+836`, `-381`, `0`. */
export function vietnameseChange(plain: string): string {
  return /^-|^0([.]0*)?$/.test(plain) ? vietnameseNumber(plain) : `+${vietnameseNumber(plain)}`;
}

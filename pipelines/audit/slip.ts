/** What slip of the pen may have made the printed number out of the right one (both plain decimals), in Vietnamese; null where none is seen. */
export function likelySlip(printed: string, right: string): string | null {
  if (printed === right) return null;
  if (bare(printed) === bare(right)) return 'có lẽ nhầm dấu cộng, trừ';
  const [a, b] = [digits(printed), digits(right)];
  if (a.replace(/0+$/, '') === b.replace(/0+$/, '')) return 'có lẽ dấu phẩy đặt lệch chỗ';
  if (a.length !== b.length) return null;
  const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second] = differing;
  if (second === undefined) return a.length > 2 ? 'có lẽ nhầm một chữ số' : null;
  const isSwapped = differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return isSwapped ? 'có lẽ hai chữ số liền nhau bị đổi chỗ' : null;
}

const bare = (number: string) => number.replace(/^-/, '');
const digits = (number: string) => bare(number).replace('.', '').replace(/^0+/, '');

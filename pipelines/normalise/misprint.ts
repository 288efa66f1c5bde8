const digits: Readonly<Record<string, string>> = { l: '1', I: '1', '|': '1', O: '0', o: '0', S: '5', B: '8', Z: '2' };

/** `26.l20`, `9.4O5 người`: the text with digits for the letters that scanning and typing take for them; null where there are none. */
export function withDigits(text: string): string | null {
  const [, number, rest = ''] = /^\s*([\dlI|OoSBZ.,]{2,30})(\s.*)?$/s.exec(text) ?? [];
  if (number === undefined || !/\d/.test(number) || !/[^\d.,]/.test(number)) return null;
  return number.replace(/[^\d.,]/g, (letter) => digits[letter] ?? letter) + rest;
}

/** `03 (ba)`, `120 (một trăm hai mươi) HTX`: the text without what the figure says again in words; null where it says nothing. */
export function withoutWords(text: string): string | null {
  const [, number, rest = ''] = /^\s*([\d.,]{1,30})\s*\([\p{L}\p{M}\s]{2,100}\)(.*)$/su.exec(text) ?? [];
  return number === undefined ? null : number + rest;
}

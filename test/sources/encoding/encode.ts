import { readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { projectRoot } from '../../../config/root';

/** Vietnamese text as files really have it: every encoding, old font and normal form that is told apart. */
export const forms = [
  'utf-8',
  'utf-8 bom',
  'utf-8 decomposed',
  'utf-16le',
  'utf-16le bom',
  'utf-16be',
  'utf-16be bom',
  'windows-1258',
  'windows-1258 decomposed',
  'tcvn3',
  'tcvn3 pairs',
  'tcvn5712',
  'viscii',
  'vni',
  'utf-8 in tcvn3 font',
  'utf-8 bom in tcvn3 font',
  'utf-8 decomposed in tcvn3 font',
  'utf-16le bom in tcvn3 font',
  'utf-8 in vni font',
  'utf-8 bom in vni font',
  'utf-8 decomposed in vni font',
  'utf-16le bom in vni font',
] as const;
export type Form = (typeof forms)[number];

/** Whether the form can tell an accented capital from the small letter (TCVN3's fonts cannot). */
export const keepsCapitals = (form: Form) => !(form === 'tcvn3' || form.endsWith('in tcvn3 font'));

/** The text's bytes. Throws where the form has no code for a character. */
export function encode(text: string, form: Form): Buffer {
  const composed = text.normalize('NFC');
  const [, unicode, font] = /^(utf-.*) in (\w+) font$/.exec(form) ?? [];
  if (unicode !== undefined && font !== undefined) {
    return encode(eightBit(composed, font as Form).toString('latin1'), unicode as Form);
  }
  switch (form) {
    case 'utf-8':
    case 'utf-16le':
      return Buffer.from(composed, form);
    case 'utf-8 bom':
    case 'utf-16le bom':
      return Buffer.from(`\ufeff${composed}`, form === 'utf-8 bom' ? 'utf-8' : 'utf-16le');
    case 'utf-8 decomposed':
      return Buffer.from(composed.normalize('NFD'));
    case 'utf-16be':
      return Buffer.from(composed, 'utf-16le').swap16();
    case 'utf-16be bom':
      return Buffer.from(`\ufeff${composed}`, 'utf-16le').swap16();
    default:
      return eightBit(composed, form);
  }
}

function eightBit(text: string, form: Form): Buffer {
  return Buffer.concat(
    [...text].map((char) => {
      const bytes = char < '\x80' ? Buffer.from(char) : coded(char, form);
      if (bytes === null) throw new Error(`${form} has no ${char}`);
      return bytes;
    }),
  );
}

function coded(char: string, form: Form): Buffer | null {
  const inIconv = (name: string, written = char) => {
    const bytes = iconv.encode(written, name);
    return iconv.decode(bytes, name) === written ? bytes : null;
  };
  const apart = /^(.*?)([\u0300\u0301\u0303\u0309\u0323])(.*)$/.exec(char.normalize('NFD'));
  const base = apart === null ? char : `${apart[1]}${apart[3]}`.normalize('NFC');
  const small = char.toLowerCase();
  switch (form) {
    case 'windows-1258':
      return inIconv(form) ?? inIconv(form, `${base}${apart?.[2]}`);
    case 'windows-1258 decomposed':
      return apart === null ? inIconv('windows-1258') : inIconv('windows-1258', `${base}${apart[2]}`);
    case 'tcvn5712':
      return inIconv('tcvn');
    case 'viscii':
      return inIconv('viscii');
    case 'tcvn3':
      return inIconv('tcvn', apart === null ? char : small) ?? inIconv('windows-1252');
    case 'tcvn3 pairs':
      if (char === small || apart === null) return coded(char, 'tcvn3');
      return Buffer.concat([
        base < '\x80' ? Buffer.from(base) : inIconv('tcvn', base),
        inIconv('tcvn', small),
      ] as Buffer[]);
    case 'vni':
      return vni.get(char) ?? inIconv('windows-1252');
    default:
      return null;
  }
}

const vni = new Map(
  readFileSync(path.join(projectRoot, 'config/encodings/vni.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([letter = '', bytes = '']) => [letter, Buffer.from(bytes.replace(' ', ''), 'hex')]),
);

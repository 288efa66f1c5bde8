import { sentences } from './refusals';

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Which of the old Office containers the bytes are, as the sentence that refuses it; null where they are none. */
export function oleRefusal(bytes: Buffer): string | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null;
  // Its directory keeps the names of its streams in UTF-16; a new workbook under a password is wrapped in one.
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return sentences.password;
  return has('WordDocument') || has('PowerPoint Document') ? sentences.otherOffice : sentences.oldExcel;
}

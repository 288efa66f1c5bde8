/**
 * The same zip with each entry dated 1 January 1980, the earliest that a zip can say, so that a workbook that is made again
 * is the same to the byte. In place; for a zip without a comment at its end, as exceljs writes.
 */
export function undatedZip(zip: Buffer): Buffer {
  const end = zip.length - endLength;
  if (zip.readUInt32LE(end) !== endSignature) throw new RangeError('no zip, or one with a comment');
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    zip.writeUInt32LE(earliest, entry + 12);
    zip.writeUInt32LE(earliest, zip.readUInt32LE(entry + 42) + 10);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}

const endLength = 22;
const endSignature = 0x06054b50;
/** Midnight in the lower two bytes, the day in the upper two: day 1, month 1, year 1980 + 0. */
const earliest = ((1 << 5) | 1) << 16;

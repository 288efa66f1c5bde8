import { deflate } from 'pako';

/**
 * The same PDF with its streams compressed, a twentieth of the size. By pako: Node's own zlib gives other bytes on other
 * processors. For a PDF as pdfkit writes it: its objects one behind the other, none of its streams compressed.
 */
export function deflatedPdf(pdf: Buffer): Buffer {
  const end = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1', pdf.length - 64))?.[1]);
  const [head, entries = '', trailer] = split(pdf.toString('latin1', end));
  if (head === undefined || trailer === undefined) throw new RangeError('no PDF as pdfkit writes it');
  const offsets = entries.match(/^\d{10}/gm)?.map(Number) ?? [];
  const ordered = offsets
    .flatMap((offset, id) => (id === 0 ? [] : [{ offset, id }]))
    .sort((a, b) => a.offset - b.offset);
  const pieces = [pdf.subarray(0, ordered[0]?.offset)];
  let length = pieces[0]?.length ?? 0;
  ordered.forEach(({ offset, id }, index) => {
    const object = deflated(pdf.subarray(offset, ordered[index + 1]?.offset ?? end));
    offsets[id] = length;
    length += object.length;
    pieces.push(object);
  });
  const table = offsets.map(
    (offset, id) => `${String(offset).padStart(10, '0')} ${id === 0 ? '65535 f' : '00000 n'} \n`,
  );
  const tail = `${head}${table.join('')}${trailer.replace(/startxref\n\d+/, `startxref\n${length}`)}`;
  return Buffer.concat([...pieces, Buffer.from(tail, 'latin1')]);
}

/** The cross-reference table: its head, its entries, and what stands behind it. */
function split(text: string): string[] {
  return /^(xref\n0 \d+\n)((?:\d{10} \d{5} [fn] \n)+)(trailer\n.*)$/s.exec(text)?.slice(1) ?? [];
}

/** An object with its stream compressed; one without a stream is left as it is. */
function deflated(object: Buffer): Buffer {
  const start = object.indexOf('\nstream\n');
  if (start < 0) return object;
  const dictionary = object.toString('latin1', 0, start);
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const data = start + '\nstream\n'.length;
  const packed = deflate(object.subarray(data, data + length));
  return Buffer.concat([
    Buffer.from(dictionary.replace(/\/Length \d+/, `/Length ${packed.length}\n/Filter /FlateDecode`), 'latin1'),
    Buffer.from('\nstream\n'),
    packed,
    object.subarray(data + length),
  ]);
}

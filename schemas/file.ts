/** A file's bytes, wherever they are kept: `pieces` gives them from the beginning, as often as it is called. */
export interface FileBytes {
  readonly size: number;
  pieces(): AsyncIterable<Buffer>;
}

/** All of a file in memory. */
export async function wholeOf(file: FileBytes): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

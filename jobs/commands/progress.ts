import { SingleBar } from 'cli-progress';
import { largestWhole } from '../../config/thresholds';
import { bytesCopied } from '../../sinks/warehouse/copying';
import type { IncomingFile } from '../../sinks/warehouse/receipts';
import type { Context } from '../context';

/** What is shown while files are being taken in: nothing where nobody looks on. */
export interface Progress {
  /** How many of the files are not taken in yet. */
  left(count: number): Promise<void>;
  stop(): void;
}

const none: Progress = { left: async () => {}, stop: () => {} };

/** A bar of files; for one large file a bar of MB, with its rate. */
export function startProgress(files: readonly Pick<IncomingFile, 'bytes'>[], { warehouse }: Context): Progress {
  const [only] = files;
  if (!process.stderr.isTTY || only === undefined) return none;
  if (files.length > 1) {
    const bar = started('{bar} {value}/{total} tệp, còn {eta_formatted}', files.length);
    return { left: async (count) => bar.update(files.length - count), stop: () => bar.stop() };
  }
  const size = Buffer.isBuffer(only.bytes) ? only.bytes.length : only.bytes.size;
  if (size <= largestWhole) return none;
  const total = Math.ceil(size / megabyte);
  const bar = started('{bar} {value}/{total} MB, {rate} MB/giây', total);
  const start = performance.now();
  let most = 0;
  return {
    left: async (count) => {
      // The rows on their way to the warehouse are about as many bytes as the file has.
      const copied = (await bytesCopied(warehouse.pool)) / megabyte;
      most = count === 0 ? total : Math.min(total, Math.max(most, copied));
      const rate = ((1000 * most) / Math.max(1, performance.now() - start)).toFixed(1).replace('.', ',');
      bar.update(Math.round(most), { rate });
    },
    stop: () => bar.stop(),
  };
}

const megabyte = 1 << 20;

function started(format: string, total: number): SingleBar {
  const bar = new SingleBar({ format, stream: process.stderr });
  bar.start(total, 0, { rate: '0,0' });
  return bar;
}

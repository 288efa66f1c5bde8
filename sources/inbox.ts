import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';

/** What became of a file that was dropped: where it goes, and the text that is put beside it. */
export interface Verdict {
  readonly accepted: boolean;
  readonly text: string;
}

/**
 * Watches a folder for files: each is handed over once it is whole (its size has stopped growing), then moved to `done/`
 * or `refused/` with a short text beside it. A file that was handed over but not moved when the process died is handed
 * over again. Files of editors and downloads under way (`.~`, `.part`, `.crdownload`, `.tmp`) are left alone.
 */
export async function watchInbox(
  folder: string,
  take: (name: string, bytes: Buffer) => Promise<Verdict>,
  failed: (name: string, error: unknown) => void,
): Promise<() => Promise<void>> {
  for (const name of ['', 'done', 'refused']) await mkdir(path.join(folder, name), { recursive: true });
  let last = Promise.resolve();
  const watcher = watch(folder, {
    depth: 0,
    ignored: (file) => path.dirname(file) === folder && /^[.~]|\.(part|crdownload|tmp)$/i.test(path.basename(file)),
    awaitWriteFinish: { stabilityThreshold: 1000, pollInterval: 100 },
  });
  watcher.on('add', (file) => {
    // One after the other, in the order in which they became whole: that is the order of their receipts.
    last = last.then(() => handOver(folder, file, take)).catch((error: unknown) => failed(path.basename(file), error));
  });
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  return async () => {
    await watcher.close();
    await last;
  };
}

async function handOver(
  folder: string,
  file: string,
  take: (name: string, bytes: Buffer) => Promise<Verdict>,
): Promise<void> {
  const name = path.basename(file);
  const verdict = await take(name, await readFile(file));
  const target = await freeName(path.join(folder, verdict.accepted ? 'done' : 'refused'), name);
  await writeFile(`${target}.txt`, verdict.text);
  await rename(file, target);
}

/** The name itself, or with a number where it is taken: nothing in the folder is ever overwritten. */
async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let number = 1; ; number += 1) {
    const target = path.join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    const taken = await Promise.all(
      [target, `${target}.txt`].map((each) =>
        stat(each).then(
          () => true,
          () => false,
        ),
      ),
    );
    if (!taken.includes(true)) return target;
  }
}

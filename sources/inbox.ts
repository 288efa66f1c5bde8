import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What became of a file that was dropped: where it goes, and the text that is put beside it. */
export interface Verdict {
  readonly accepted: boolean;
  readonly text: string;
}

/**
 * Watches a folder for files: each is handed over once it is whole (it did not change from one look to the next), then
 * moved to `done/` or `refused/` with a short text beside it. A file that was handed over but not moved when the process
 * died is handed over again. What programs write while they save or download (`.x`, `~x`, `.part`, `.crdownload`, `.tmp`)
 * is left alone. It looks, and does not wait to be told: shared network folders tell nothing. Returns how to stop.
 */
export async function watchInbox(
  folder: string,
  everyMs: number,
  take: (name: string, bytes: Buffer) => Promise<Verdict>,
  failed: (name: string, error: unknown) => void,
): Promise<() => Promise<void>> {
  for (const name of ['', 'done', 'refused']) await mkdir(path.join(folder, name), { recursive: true });
  const stopping = new AbortController();
  const watching = (async () => {
    let before = new Map<string, string>();
    while (!stopping.signal.aborted) {
      const now = await filesIn(folder).catch(() => new Map<string, string>());
      // One after the other, in the order of their names: that is the order of their receipts.
      for (const [name, state] of now) {
        if (before.get(name) !== state || stopping.signal.aborted) continue;
        await handOver(folder, name, take).catch((error: unknown) => failed(name, error));
      }
      before = now;
      await pause(everyMs, null, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await watching;
  };
}

/** Files that are there, with what tells whether they still change. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !/^[.~]|\.(part|crdownload|tmp)$/i.test(entry.name))
    .map(({ name }) => name);
  const files = new Map<string, string>();
  for (const name of names.sort()) {
    const { size, mtimeMs, ino } = await stat(path.join(folder, name));
    files.set(name, `${ino} ${size} ${mtimeMs}`);
  }
  return files;
}

async function handOver(
  folder: string,
  name: string,
  take: (name: string, bytes: Buffer) => Promise<Verdict>,
): Promise<void> {
  const file = path.join(folder, name);
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

import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What became of a file that was dropped: where it goes, and the text that is put beside it. */
export interface Verdict {
  readonly accepted: boolean;
  readonly text: string;
}

/**
 * Watches a folder for files: each is handed over by name and path once it is whole (it did not change from one look to the next), then
 * moved to `done/` or `refused/` with a short text beside it. A file that was handed over but not moved when the process
 * died is handed over again. What programs write while they save or download (`.x`, `~x`, `.part`, `.crdownload`, `.tmp`)
 * is left alone. It looks, and does not wait to be told: shared network folders tell nothing. Returns how to stop.
 */
export async function watchInbox(
  folder: string,
  everyMs: number,
  take: (name: string, file: string) => Promise<Verdict>,
  failed: (name: string, error: unknown) => void,
): Promise<() => Promise<void>> {
  for (const name of ['', 'done', 'refused']) await mkdir(path.join(folder, name), { recursive: true });
  const stopping = new AbortController();
  const watching = (async () => {
    // How many looks in a row each file has been as it is.
    let before = new Map<string, { state: string; looks: number }>();
    while (!stopping.signal.aborted) {
      const now = await filesIn(folder).catch(() => new Map<string, string>());
      // One after the other, in the order of their names: that is the order of their receipts.
      const looks = new Map<string, { state: string; looks: number }>();
      for (const [name, state] of now) {
        const last = before.get(name);
        const seen = last?.state === state ? last.looks + 1 : 1;
        looks.set(name, { state, looks: seen });
        if (seen < quietLooks || stopping.signal.aborted) continue;
        await handOver(folder, name, state, take).catch((error: unknown) => failed(name, error));
      }
      before = looks;
      await pause(everyMs, null, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await watching;
  };
}

/** A file is whole when it has not changed for so many looks. */
const quietLooks = 4;

/** Files that are there, with what tells whether they still change. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !/^[.~]|\.(part|crdownload|tmp)$/i.test(entry.name))
    .map(({ name }) => name);
  const files = new Map<string, string>();
  for (const name of names.sort()) {
    // A name that is no text, or a file that went away, is no reason to leave the others lying.
    const state = await stateOf(path.join(folder, name)).catch(() => null);
    if (state !== null) files.set(name, state);
  }
  return files;
}

async function stateOf(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file);
  return `${ino} ${size} ${mtimeMs}`;
}

async function handOver(
  folder: string,
  name: string,
  state: string,
  take: (name: string, file: string) => Promise<Verdict>,
): Promise<void> {
  const file = path.join(folder, name);
  const verdict = await take(name, file);
  // Written on in the meantime: what is there now is handed over when it is whole, as a later file.
  if ((await stateOf(file)) !== state) return;
  const target = await freeName(path.join(folder, verdict.accepted ? 'done' : 'refused'), name);
  await writeFile(`${target}.txt`, verdict.text);
  await rename(file, target);
}

/** The name itself, or with a number where it is taken: nothing in the folder is ever overwritten. */
async function freeName(folder: string, name: string): Promise<string> {
  const { name: whole, ext } = path.parse(name);
  const stem = whole.slice(0, 60);
  for (let number = 1; ; number += 1) {
    const target = path.join(folder, number === 1 ? `${stem}${ext}` : `${stem} (${number})${ext}`);
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

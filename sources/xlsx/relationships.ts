import { posix } from 'node:path';
import type { Archive } from './archive';
import { readXml } from './xml';

/** What a part leads to: `kind` is the end of the type's address, which both families of namespaces share. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  /** The name of the part in the zip. */
  readonly part: string;
}

/** The relationships of a part (`''`: of the package). Those that lead out of the file are left out: nothing is fetched. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const listed = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const found: Relationship[] = [];
  if (!archive.has(listed)) return found;
  await readXml(archive.unpack(listed), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return;
      found.push({ id: Id ?? '', kind: Type?.split('/').at(-1) ?? '', part: resolved(part, Target) });
    },
  });
  return found;
}

/** `/xl/a.xml` counts from the package's root, `a.xml` and `../a.xml` from the part's own folder. */
function resolved(from: string, target: string): string {
  const plain = unescaped(target).replaceAll('\\', '/');
  return plain.startsWith('/') ? posix.normalize(plain).slice(1) : posix.join(posix.dirname(from), plain);
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';

/** The processor time that the server of a pool has taken so far, its connections and what they write behind included, in seconds. */
export async function serverCpu(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const server = stat(rows[0]?.pid ?? 0)?.parent ?? 0;
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ').map(Number);
  const own = stat(server)?.ended ?? 0;
  return children.reduce((sum, pid) => sum + (stat(pid)?.own ?? 0), own);
}

const ticks = 100;

/** Of a process its parent, and what itself and its children that ended have taken; null where it has just ended. */
function stat(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold blanks.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11);
    return { parent: fields[1] ?? 0, own: (user + system) / ticks, ended: (endedUser + endedSystem) / ticks };
  } catch {
    return null;
  }
}

import type { Pool } from 'pg';

/** How many bytes the register that is being brought in has come to so far; of several the furthest; 0 where none is. */
export async function bytesCopied(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    `select coalesce(max(bytes_processed), 0) as bytes from pg_stat_progress_copy
     where datname = current_database() and relid = 'register_row'::regclass`,
  );
  return Number(rows[0]?.bytes ?? 0);
}

import type { Database } from '../../schemas/database';

/** How many bytes a submission's file has. */
export async function fileSize(database: Database, submission: string): Promise<number> {
  const { rows } = await database.query<{ bytes: number }>(
    `select coalesce(size, octet_length(bytes))::float8 as bytes
     from submission join receipt using (receipt) join file using (sha256)
     where submission = $1`,
    [submission],
  );
  return rows[0]?.bytes ?? 0;
}

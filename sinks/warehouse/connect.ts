import { Pool, type PoolClient, types } from 'pg';

/** Opens the warehouse in its own schema. Dates and numerics come back as text: no float, no time zone of this machine. */
export function connect(url: string, schema: string): Pool {
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${schema} -c timezone=UTC`,
    application_name: 'tonghop',
    max: 10,
    types: {
      getTypeParser: (oid, format) => (oid === dateOid ? (text: string) => text : types.getTypeParser(oid, format)),
    },
  });
  // An idle connection that the server closes (restart, failover) is replaced at the next query.
  pool.on('error', () => {});
  // One that breaks at work fails its query; unheard, the event would end the process besides.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const dateOid = 1082;

/** Runs the work in one transaction: all of it, or nothing. */
export async function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away.
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

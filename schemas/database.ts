/** A connection to the warehouse, as pipelines may use it: handed in, never opened there. */
export interface Database {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
}

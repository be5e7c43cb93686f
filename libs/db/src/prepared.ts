import type { DataSource, EntityManager } from 'typeorm';

type Queryable = {
  query(config: {
    name: string;
    text: string;
    values: unknown[];
    types: { getTypeParser: (oid: number) => (value: string) => unknown };
  }): Promise<{ rows: unknown[] }>;
};

/** By PostgreSQL's type ids: bool, int8, int2, int4, json, float4, float8, timestamptz, numeric, jsonb. */
const PARSERS: Record<number, (value: string) => unknown> = {
  16: (value) => value === 't',
  20: Number,
  21: Number,
  23: Number,
  114: (value) => JSON.parse(value) as unknown,
  700: Number,
  701: Number,
  // The session's time zone is UTC: text becomes ISO-8601 without a Date in between.
  1184: (value) => value.replace(' ', 'T').replace(/\+00$/, 'Z'),
  1700: Number,
  3802: (value) => JSON.parse(value) as unknown,
};
const asText = (value: string) => value;
const types = { getTypeParser: (oid: number) => PARSERS[oid] ?? asText };

/**
 * A named prepared statement, for SQL that is long, shared or hot: parsed once a connection, rows come as the
 * contract has them (instants as ISO strings, integers and reals as numbers, json as values; anything else,
 * arrays too, as text). Runs on the pool of a DataSource or inside a transaction.
 */
export function prepared<Row, Params extends unknown[]>(name: string, text: string) {
  const run = async (on: DataSource | EntityManager, ...values: Params): Promise<Row[]> => {
    const target = 'queryRunner' in on && on.queryRunner ? await on.queryRunner.connect() : pool(on);
    const result = await (target as Queryable).query({ name, text, values, types });
    return result.rows as Row[];
  };
  // For EXPLAIN and for benchmarks beside the bare driver.
  return Object.assign(run, { statement: { name, text } });
}

function pool(on: DataSource | EntityManager): Queryable {
  const dataSource = 'dataSource' in on ? (on.dataSource as DataSource) : (on as DataSource);
  return (dataSource.driver as unknown as { master: Queryable }).master;
}

import type { DataSource } from 'typeorm';

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
};

/**
 * Runs a prepared statement by its generic plan, the one that it ends up with in a long-lived connection. Gives
 * the tables that were read from end to end, and how many pages (8 KB) were touched.
 */
export async function explain(
  dataSource: DataSource,
  { text }: { text: string },
  ...values: (string | number | boolean | Date | null)[]
): Promise<{ seqScans: string[]; pages: number }> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('set plan_cache_mode = force_generic_plan');
    await runner.query(`prepare explained as ${text}`);
    const execute = `execute explained (${values.map(literal).join(', ')})`;
    const [row] = (await runner.query(`explain (analyze, buffers, format json) ${execute}`)) as [
      { 'QUERY PLAN': [{ Plan: Node }] },
    ];
    const plan = row['QUERY PLAN'][0].Plan;
    return {
      seqScans: nodesOf(plan)
        .filter((node) => node['Node Type'].includes('Seq Scan'))
        .map((node) => node['Relation Name'] ?? '?'),
      pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    };
  } finally {
    await runner.query('deallocate all').catch(() => undefined);
    await runner.query('reset plan_cache_mode').catch(() => undefined);
    await runner.release();
  }
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

function literal(value: string | number | boolean | Date | null): string {
  if (value === null) return 'null';
  if (value instanceof Date) return `'${value.toISOString()}'`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** What a database says of how it answers one query. */
export interface Plan {
  /** tables of which every row is read */
  scans: string[];
  /** whether rows are sorted after they were read */
  sorts: boolean;
  /** rows and entries of indexes that were read, also those that were passed by; null where the engine does not count */
  rows: number | null;
  /** the plan, a step a line */
  text: string;
}

/** @param rows of `explain query plan` */
export function readSqlitePlan(rows: readonly Record<string, unknown>[]): Plan {
  const steps = rows.map((row) => String(row.detail));
  return {
    // A subquery is no table, an index read in order until a page is full is no scan, and FTS5 says SCAN of every search.
    scans: steps.flatMap((step) => /^SCAN (\w+)(?: USING COVERING INDEX \w+)?$/.exec(step)?.[1] ?? []),
    sorts: steps.some((step) => step.includes('TEMP B-TREE')),
    rows: null,
    text: steps.join('\n'),
  };
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Filter?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

/** @param rows of `explain (analyze, format json)` */
export function readPostgresPlan(rows: readonly Record<string, unknown>[]): Plan {
  const nodes = rows.flatMap((row) => (row['QUERY PLAN'] as { Plan: Node }[]).flatMap(({ Plan }) => flat(Plan, 0)));
  return {
    scans: nodes.flatMap(({ node }) =>
      node['Node Type'].endsWith('Seq Scan') && node['Actual Loops'] > 0 ? (node['Relation Name'] ?? []) : [],
    ),
    sorts: nodes.some(({ node }) => node['Node Type'].endsWith('Sort')),
    rows: nodes.reduce((sum, { node }) => sum + readBy(node), 0),
    text: nodes.map(({ node, depth }) => `${'  '.repeat(depth)}${said(node)}`).join('\n'),
  };
}

function flat(node: Node, depth: number): { node: Node; depth: number }[] {
  return [{ node, depth }, ...(node.Plans ?? []).flatMap((child) => flat(child, depth + 1))];
}

function readBy(node: Node): number {
  if (!/Scan$/.test(node['Node Type']) || /^(Subquery|CTE|Function|Values)/.test(node['Node Type'])) return 0;
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops']);
}

function said(node: Node): string {
  const of = [node['Relation Name'], node['Index Name'], node['Index Cond'], node.Filter && `filter ${node.Filter}`];
  return [node['Node Type'], ...of.filter(Boolean), `read ${readBy(node)}`].join(' | ');
}

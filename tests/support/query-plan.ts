import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Store } from '../../src/store/open.ts';
import type { Tables } from '../../src/store/tables.ts';

/** What SQLite says it would do for the one query that a function of the store sends, step by step. */
export async function queryPlan(store: Store, query: (db: Store) => Promise<unknown>): Promise<string[]> {
  const sent: CompiledQuery[] = [];
  const listening = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => void sent.push(query),
  });
  await query(listening);
  const [only] = sent;
  if (!only || sent.length > 1) throw new Error(`One query was expected, not ${sent.length}`);
  const explain = { ...only, sql: `explain query plan ${only.sql}`, query: sql`explain`.toOperationNode() };
  const { rows } = await store.executeQuery<{ detail: string }>(explain as CompiledQuery<{ detail: string }>);
  return rows.map(({ detail }) => detail);
}

import {
  type CompiledQuery,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import { engineOf, type Store } from '../../src/store/open.ts';
import type { Tables } from '../../src/store/tables/tables.ts';

const LISTENING: Record<ReturnType<typeof engineOf>, Dialect> = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
};

const EXPLAIN = { sqlite: 'explain query plan', postgres: 'explain (costs off)' };

/** What the database says it would do for the one query that a function of the store sends, step by step. */
export async function queryPlan(store: Store, query: (db: Store) => Promise<unknown>): Promise<string[]> {
  const engine = engineOf(store);
  const sent: CompiledQuery[] = [];
  const listening = new Kysely<Tables>({ dialect: LISTENING[engine], log: (event) => void sent.push(event.query) });
  await query(listening);
  const [only] = sent;
  if (!only || sent.length > 1) throw new Error(`One query was expected, not ${sent.length}`);
  const explain = { ...only, sql: `${EXPLAIN[engine]} ${only.sql}`, query: sql`explain`.toOperationNode() };
  const { rows } = await store.executeQuery<Record<string, string>>(explain as CompiledQuery<Record<string, string>>);
  return rows.map((row) => row.detail ?? row['QUERY PLAN'] ?? '');
}

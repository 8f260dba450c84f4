import Database from 'better-sqlite3';
import type { Client } from 'pg';
import { shopWords } from '../../../src/store/shops.ts';
import { withClient } from '../../support/on-server.ts';
import { type Filling, inventTickets, SHOPS } from './invent-tickets.ts';

const BATCH = 2000;

/** Rows of one table, by column. */
type Rows = readonly object[];

/** Writes rows of a table and forgets about them. */
type Write = (table: string, rows: Rows) => Promise<void>;

/** Fills an empty database with shops and invented tickets, much faster than anybody could write them. */
export async function fillDesk(url: string, filling: Filling): Promise<void> {
  await (url.startsWith('sqlite:') ? intoSqlite(url.slice('sqlite:'.length), filling) : intoPostgres(url, filling));
}

async function intoSqlite(file: string, filling: Filling): Promise<void> {
  const database = new Database(file);
  for (const pragma of ['synchronous = off', 'cache_size = -1000000', 'temp_store = memory', 'foreign_keys = off']) {
    database.pragma(pragma);
  }
  const statements = new Map<string, Database.Statement>();
  const write: Write = async (table, rows) => {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first);
    const sql = `insert into ${table} (${columns}) values (${columns.map((column) => `@${column}`)})`;
    const insert = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, insert);
    database.transaction(() => {
      for (const row of rows) insert.run(row);
    })();
  };
  database.exec('delete from shops');
  await fill(write, filling, ({ id, words }) => ({ rowid: id, words }));
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

async function intoPostgres(url: string, filling: Filling): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('set synchronous_commit = off');
    await client.query('truncate shops cascade'); // with what refers to them, such as their addresses
    const write: Write = (table, rows) => insertJson(client, table, rows);
    await fill(write, filling, ({ id, words }) => ({ message_id: id, words }));
    await client.query("select setval('messages_id_seq', (select max(id) from messages))");
    await client.query('vacuum analyze');
  });
}

async function insertJson(client: Client, table: string, rows: Rows): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const values = columns.map((column) =>
    table === 'message_words' && column === 'words'
      ? `array_to_tsvector(array_remove(string_to_array(row->>'words', ' '), ''))`
      : `(jsonb_populate_record(null::${table}, row)).${column}`,
  );
  await client.query(`insert into ${table} (${columns}) select ${values} from jsonb_array_elements($1::jsonb) row`, [
    JSON.stringify(rows),
  ]);
}

async function fill(
  write: Write,
  filling: Filling,
  asWords: (message: { id: number; words: string }) => object,
): Promise<void> {
  await write(
    'shops',
    Array.from({ length: SHOPS }, (_, index) => aShop(index + 1)),
  );
  const tickets: object[] = [];
  const messages: object[] = [];
  const words: object[] = [];
  const audit: object[] = [];
  let id = 0;
  const flush = async () => {
    for (const [table, rows] of Object.entries({ tickets, messages, message_words: words, audit })) {
      await write(table, rows);
      rows.length = 0;
    }
  };
  for (const invented of inventTickets(filling)) {
    const { number } = invented.row;
    tickets.push(invented.row);
    for (const [index, { words: folded, ...message }] of invented.messages.entries()) {
      id += 1;
      messages.push({ id, ticket_number: number, position: index + 1, ...message });
      words.push(asWords({ id, words: folded }));
    }
    for (const entry of invented.audit) audit.push({ ...entry, ticket_number: number, details: '{}' });
    if (tickets.length === BATCH) await flush();
  }
  await flush();
}

function aShop(id: number) {
  const shop = {
    support_number: `S${String(id).padStart(7, '0')}`,
    install_url: `https://www.sklep-${id}.pl`,
    shop_name: `Sklep ${id}`,
    contact_email: `biuro${id}@sklep-${id}.pl`,
  };
  return {
    id,
    ...shop,
    edition: 'STANDARD',
    purchased_on: '2026-09-01',
    support_months: 6,
    bought_directly: 1,
    licence_state: 'valid',
    shop_version: '10.4.0',
    imported_at: '2026-09-01T08:00:00.000Z',
    words: shopWords(shop),
  };
}

import { type Kysely, sql } from 'kysely';
import { isPostgres } from './column-types.ts';
import { fillMessageWords, type WordTables } from './message-words.ts';

/** The filters of the desk's lists. */
const FILTERS = ['assignee_id', 'channel', 'topic', 'status', 'shop_id'] as const;

/** The order of each section of the queue. */
const ORDERS = {
  tickets_outages: ['received_at', 'sequence'],
  tickets_due: ['queue_due_at', 'sequence'],
  tickets_queue: ['queue_channel_rank', 'queue_due_at', 'sequence'],
} as const;

/** Keeps the desk as quick with a million tickets as with a thousand, as `npm run bench` measures. */
export async function up(db: Kysely<WordTables>): Promise<void> {
  await filterAlongTheQueue(db);
  await indexEachFilter(db);
  if (!isPostgres(db)) await indexBegunWords(db);
}

/**
 * Each index of the queue contains the filtered columns, so that rows are skipped within the index. An index for each
 * filter and order would skip nothing, but every ticket would be written to fifteen more.
 */
async function filterAlongTheQueue(db: Kysely<WordTables>): Promise<void> {
  for (const [name, order] of Object.entries(ORDERS)) {
    await db.schema.dropIndex(name).execute();
    await db.schema
      .createIndex(name)
      .on('tickets')
      .columns(['queue_waiting', 'queue_outage', ...order, ...FILTERS])
      .execute();
  }
}

/**
 * The list of all tickets is read newest first under any filter; that of a shop has its index. Waiting tickets are also
 * counted by agent.
 */
async function indexEachFilter(db: Kysely<WordTables>): Promise<void> {
  await db.schema.dropIndex('tickets_assignee').execute();
  await db.schema
    .createIndex('tickets_assignee_waiting')
    .on('tickets')
    .columns(['assignee_id'])
    .where(sql.ref('queue_waiting'), '=', sql.lit(1))
    .execute();
  for (const [name, column] of [
    ['tickets_assignee', 'assignee_id'],
    ['tickets_channel', 'channel'],
    ['tickets_topic', 'topic'],
    ['tickets_status', 'status'],
  ] as const) {
    await db.schema.createIndex(name).on('tickets').columns([column, 'sequence']).execute();
  }
}

/**
 * For a word prefix FTS5 finds all messages before it returns the first, unless it has an index of prefixes of that
 * length. Ten letters are enough: the search uses no more.
 */
async function indexBegunWords(db: Kysely<WordTables>): Promise<void> {
  await sql`drop table message_words`.execute(db);
  await sql`create virtual table message_words using fts5(
    words, content='', detail=none, tokenize='unicode61', prefix='1 2 3 4 5 6 7 8 9 10')`.execute(db);
  // Reading backwards decodes whole pages: with FTS5's default of 4050 bytes, a rare word beside a common one costs
  // three times as much.
  await sql`insert into message_words (message_words, rank) values ('pgsz', 1000)`.execute(db);
  await fillMessageWords(db);
}

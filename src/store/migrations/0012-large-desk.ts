import { type Kysely, sql } from 'kysely';
import { isPostgres } from './column-types.ts';
import { fillMessageWords, type WordTables } from './message-words.ts';

/** What the desk's lists are filtered by. */
const FILTERS = ['assignee_id', 'channel', 'topic', 'status', 'shop_id'] as const;

/** What each section of the queue is ordered by. */
const ORDERS = {
  tickets_outages: ['received_at', 'sequence'],
  tickets_due: ['queue_due_at', 'sequence'],
  tickets_queue: ['queue_channel_rank', 'queue_due_at', 'sequence'],
} as const;

/** Keeps the desk as quick with a million tickets as with a thousand: `npm run bench` tells. */
export async function up(db: Kysely<WordTables>): Promise<void> {
  await filterAlongTheQueue(db);
  await indexEachFilter(db);
  if (!isPostgres(db)) await indexBegunWords(db);
}

/**
 * Each index of the queue holds what its tickets are filtered by: what does not belong is passed by within the index. An
 * index for each filter and order would pass by nothing, but every ticket would be written to fifteen more.
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

/** The list of all tickets is read newest first under any filter; that of a shop has its index. Of agents what waits is counted, too. */
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
 * FTS5 finds all messages with a word that is only begun before it gives the first, unless it keeps an index of words
 * begun with so many letters. Ten are enough: more are not looked at.
 */
async function indexBegunWords(db: Kysely<WordTables>): Promise<void> {
  await sql`drop table message_words`.execute(db);
  await sql`create virtual table message_words using fts5(
    words, content='', detail=none, tokenize='unicode61', prefix='1 2 3 4 5 6 7 8 9 10')`.execute(db);
  // Whoever reads backwards decodes whole pages: with FTS5's own of 4050 bytes, a rare word beside a common one costs three times as much.
  await sql`insert into message_words (message_words, rank) values ('pgsz', 1000)`.execute(db);
  await fillMessageWords(db);
}

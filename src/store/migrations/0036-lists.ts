import { type Kysely, sql } from 'kysely';
import { idColumn, isPostgres, textType } from './column-types.ts';
import { folded, insertWords } from './message-words.ts';

/** The columns that are read here. */
interface ListTables {
  messages: { id: number; ticket_number: string; text: string; position: number | null; merged_from: string | null };
  tickets: {
    number: string;
    subject: string;
    shop_id: number;
    contact_name: string | null;
    contact_phone: string | null;
  };
  shops: { id: number; shop_name: string };
  uploads: { message_id: number | null; name: string };
}

/** Messages per query. */
const BATCH = 500;

/**
 * Tags of tickets, and kept views. The words of every message are stored again, now with the shop and the contact of
 * its ticket, and with the names of its files: what callers say.
 */
export async function up(db: Kysely<ListTables>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('ticket_tags')
    .addColumn('ticket_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('folded', text, (column) => column.notNull())
    .addColumn('tag', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_tags_one', ['ticket_number', 'folded'])
    .execute();
  await db.schema.createIndex('ticket_tags_folded').on('ticket_tags').columns(['folded', 'ticket_number']).execute();
  await db.schema
    .createTable('views')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('owner_id', text, (column) => column.references('agents.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('query', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', text, (column) => column.notNull())
    .execute();
  await fillWordsAgain(db);
}

async function fillWordsAgain(db: Kysely<ListTables>): Promise<void> {
  if (isPostgres(db)) await sql`delete from message_words`.execute(db);
  else {
    // Without its text a table of FTS5 forgets a row only when it is made to: then other words can take their place.
    await sql`drop table message_words`.execute(db);
    await sql`create virtual table message_words using fts5(
      words, content='', contentless_delete=1, detail=none, tokenize='unicode61', prefix='1 2 3 4 5 6 7 8 9 10')`.execute(
      db,
    );
    // Its pages as `0012` has them.
    await sql`insert into message_words (message_words, rank) values ('pgsz', 1000)`.execute(db);
  }
  for (let last = 0; ; ) {
    const messages = await db
      .selectFrom('messages')
      .innerJoin('tickets', (join) =>
        join.on(sql<boolean>`tickets.number = coalesce(messages.merged_from, messages.ticket_number)`),
      )
      .innerJoin('shops', 'shops.id', 'tickets.shop_id')
      .select([
        'messages.id',
        'messages.text',
        'messages.position',
        'messages.merged_from',
        'subject',
        'shop_name',
        'contact_name',
        'contact_phone',
      ])
      .where('messages.id', '>', last)
      .orderBy('messages.id')
      .limit(BATCH)
      .execute();
    const ids = messages.map(({ id }) => id);
    const files =
      ids.length === 0
        ? []
        : await db.selectFrom('uploads').select(['message_id', 'name']).where('message_id', 'in', ids).execute();
    for (const message of messages) {
      const names = files.filter(({ message_id }) => message_id === message.id).map(({ name }) => name);
      const { shop_name, contact_name, contact_phone } = message;
      // Which message of a merged ticket was its first one is not recorded, so each gets the subject.
      const isFirst = message.position === 1 || message.merged_from !== null;
      const subject = isFirst ? message.subject : '';
      const words = [subject, message.text, shop_name, contact_name, national(contact_phone ?? ''), ...names];
      await insertWords(db, message.id, words.join(' '));
    }
    last = messages.at(-1)?.id ?? 0;
    if (messages.length < BATCH) return;
  }
}

/** The digits of a telephone number, a Polish one without its country. */
function national(phone: string): string {
  const digits = folded(phone).join('').replace(/\D/g, '');
  return digits.replace(/^(?:00)?48(?=\d{9}$)/, '');
}

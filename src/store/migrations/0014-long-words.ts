import { type Kysely, sql } from 'kysely';
import { isPostgres } from './column-types.ts';
import { insertWords, type WordTables } from './message-words.ts';

interface MergedTables extends WordTables {
  messages: WordTables['messages'] & { merged_from: string | null };
}

/** Messages per query. */
const BATCH = 500;

/** The least length of a word that may become too long, in bytes: folding makes it at most six times as long. */
const SHORTEST = 340;

/**
 * PostgreSQL cut words of more than 2046 bytes to their length modulo 2048, down to an empty or unreadable one: a dump
 * with such a message could not be restored. They are stored again, by the letters that count.
 */
export async function up(db: Kysely<MergedTables>): Promise<void> {
  if (!isPostgres(db)) return;
  for (let last = 0; ; ) {
    const messages = await db
      .selectFrom('messages')
      .innerJoin('tickets', (join) =>
        join.on(sql<boolean>`tickets.number = coalesce(messages.merged_from, messages.ticket_number)`),
      )
      .select(['messages.id', 'messages.text', 'tickets.subject', 'messages.position', 'messages.merged_from'])
      .where('messages.id', '>', last)
      .where(sql<boolean>`octet_length(messages.text) >= ${SHORTEST}`)
      .orderBy('messages.id')
      .limit(BATCH)
      .execute();
    for (const { id, text, subject, position, merged_from } of messages) {
      // It is not recorded which message of a merged ticket was its first one, so each gets the subject.
      const isWithSubject = position === 1 || merged_from !== null;
      await sql`delete from message_words where message_id = ${id}`.execute(db);
      await insertWords(db, id, isWithSubject ? `${subject} ${text}` : text);
    }
    last = messages.at(-1)?.id ?? 0;
    if (messages.length < BATCH) return;
  }
}

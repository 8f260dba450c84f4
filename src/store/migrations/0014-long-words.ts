import { type Kysely, sql } from 'kysely';
import { isPostgres } from './column-types.ts';
import { insertWords, type WordTables } from './message-words.ts';

interface MergedTables extends WordTables {
  messages: WordTables['messages'] & { merged_from: string | null };
}

/** Messages that are looked through in one go. */
const BATCH = 500;

/** A word that is too long once folded, which may make it six times as long, is no shorter than this. Bytes. */
const SHORTEST = 340;

/**
 * Words of more than 2046 bytes were kept by PostgreSQL as whatever was left over by 2048, down to an empty one or one that no
 * reader takes: a dump with such a message could not be read back. They are kept anew, by the letters that count.
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
      // Which message of a merged ticket was its first one is not written down: then the subject stands with each.
      const isWithSubject = position === 1 || merged_from !== null;
      await sql`delete from message_words where message_id = ${id}`.execute(db);
      await insertWords(db, id, isWithSubject ? `${subject} ${text}` : text);
    }
    last = messages.at(-1)?.id ?? 0;
    if (messages.length < BATCH) return;
  }
}

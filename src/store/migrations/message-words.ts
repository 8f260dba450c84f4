import { type Kysely, sql } from 'kysely';
import { isPostgres } from './column-types.ts';

// The search's index as migrations up to 0014 fill it. Frozen: another index is for another migration, with code of its
// own, and what `store/search` writes today may differ.

/** The columns that are read here. */
export interface WordTables {
  messages: { id: number; ticket_number: string; text: string; position: number | null };
  tickets: { number: string; subject: string };
}

/** Messages per query. */
const BATCH = 500;

/** Only this many first letters of a word are kept. */
const LETTERS_THAT_COUNT = 10;

/** Fills an empty index with the words of every message, the first one's with the subject. */
export async function fillMessageWords(db: Kysely<WordTables>): Promise<void> {
  for (let last = 0; ; ) {
    const messages = await db
      .selectFrom('messages')
      .innerJoin('tickets', 'tickets.number', 'messages.ticket_number')
      .select(['messages.id', 'messages.text', 'messages.position', 'tickets.subject'])
      .where('messages.id', '>', last)
      .orderBy('messages.id')
      .limit(BATCH)
      .execute();
    for (const { id, text, position, subject } of messages) {
      await insertWords(db, id, position === 1 ? `${subject} ${text}` : text);
    }
    last = messages.at(-1)?.id ?? 0;
    if (messages.length < BATCH) break;
  }
}

/** Indexes the words of one message. */
export async function insertWords<Database>(db: Kysely<Database>, messageId: number, text: string): Promise<void> {
  const letters = folded(text).map((word) => [...word].slice(0, LETTERS_THAT_COUNT).join(''));
  const words = letters.join(' ');
  await (isPostgres(db)
    ? sql`insert into message_words (message_id, words) values (${messageId}, array_to_tsvector(array_remove(string_to_array(${words}, ' '), '')))`
    : sql`insert into message_words (rowid, words) values (${messageId}, ${words})`
  ).execute(db);
}

/** Words of lower-case letters and digits, without accents and the stroke of ł. */
export function folded(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

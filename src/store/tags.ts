import type { Kysely } from 'kysely';
import type { Tables } from './tables/tables.ts';

/** Tickets with a tag, the newest first. @param folded the tag as it is compared */
export async function ticketsTagged(db: Kysely<Tables>, folded: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('ticket_tags')
    .innerJoin('tickets', 'tickets.number', 'ticket_tags.ticket_number')
    .select(['tickets.number'])
    .where('folded', '=', folded)
    .where('merged_into', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

/** The tags of a ticket, each as it is compared and as it is written. */
export function tagsOf(db: Kysely<Tables>, number: string): Promise<{ folded: string; tag: string }[]> {
  return db
    .selectFrom('ticket_tags')
    .select(['folded', 'tag'])
    .where('ticket_number', '=', number)
    .orderBy('folded')
    .execute();
}

/** Gives a ticket a tag, once. @returns whether it had none such */
export async function insertTag(db: Kysely<Tables>, number: string, folded: string, tag: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('ticket_tags')
    .values({ ticket_number: number, folded, tag })
    .onConflict((conflict) => conflict.columns(['ticket_number', 'folded']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Gives a ticket the tags of another one, too. @returns those that it had not, as they are compared */
export async function joinTags(db: Kysely<Tables>, from: string, to: string): Promise<string[]> {
  const joined: string[] = [];
  for (const { folded, tag } of await tagsOf(db, from)) {
    if (await insertTag(db, to, folded, tag)) joined.push(folded);
  }
  return joined;
}

/** Takes a tag from a ticket. @returns whether it had it */
export async function deleteTag(db: Kysely<Tables>, number: string, folded: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('ticket_tags')
    .where('ticket_number', '=', number)
    .where('folded', '=', folded)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) > 0;
}

/** The spelling of a tag that is in use; null where none is. */
export async function spellingOf(db: Kysely<Tables>, folded: string): Promise<string | null> {
  const row = await db.selectFrom('ticket_tags').select('tag').where('folded', '=', folded).limit(1).executeTakeFirst();
  return row?.tag ?? null;
}

/** The tags in use, those of the most tickets first. */
export async function usedTags(db: Kysely<Tables>, limit: number): Promise<{ tag: string; count: number }[]> {
  const rows = await db
    .selectFrom('ticket_tags')
    // Few are merged: reading each ticket of a tag instead would be reading all tickets.
    .where((where) =>
      where.not(
        where('ticket_number', 'in', where.selectFrom('tickets').select('number').where('merged_into', 'is not', null)),
      ),
    )
    .select((row) => [row.fn.min('tag').as('tag'), row.fn.countAll<number>().as('count')])
    .groupBy('folded')
    .orderBy('count', 'desc')
    .orderBy('folded')
    .limit(limit)
    .execute();
  return rows.map(({ tag, count }) => ({ tag, count: Number(count) }));
}

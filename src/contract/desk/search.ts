import * as z from 'zod/mini';
import { type FoundIn, SEARCH_SCOPES } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { QueueRow } from './queue-row.ts';
import { FoundBy } from './shop-row.ts';

/** The longest question, in UTF-16 code units. */
export const LONGEST_QUESTION = 200;

/** Where the search looks: everywhere where it does not say. */
export const SearchScopeQuery = z.optional(z.enum(SEARCH_SCOPES));

/**
 * `GET /api/desk/search?q=&in=`: tickets by number, e-mail, tag, or words of subject, messages, notes, names and
 * telephones of contacts, names of files and of the shop, all of them in one ticket; shops by name, support number, e-mail
 * or any address that has not ended. Capitals, accents and ł do not matter, and words may be begun only and count by their
 * first ten letters. At most fifty tickets, the newest message first, and ten shops.
 */
export const searchDesk = {
  method: 'GET',
  path: '/api/desk/search',
  answer: z.object({
    /** the ticket that the question is the number of; of no telephone number is it one */
    number: z.nullable(z.string()),
    tickets: z.array(QueueRow),
    /** why tickets were found, where subject and shop do not say it: a piece of what was, by whom, in parts */
    why: z.array(
      z.object({
        number: z.string(),
        in: openEnum<FoundIn>(),
        by: z.nullable(z.string()),
        parts: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
      }),
    ),
    shops: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        supportNumber: z.string(),
        installUrl: z.string(),
        foundBy: z.nullable(FoundBy),
      }),
    ),
  }),
};

export type Found = z.infer<typeof searchDesk.answer>;

/** Why a ticket was found. */
export type FoundWhy = Found['why'][number];

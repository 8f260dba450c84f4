import * as z from 'zod/mini';
import { plain } from '../text.ts';
import { LONGEST_TAG } from './read-queue.ts';

/** The most tags of one ticket. */
export const MOST_TAGS = 12;

/** `GET /api/desk/tags`: the tags in use, those of the most tickets first, up to 200. */
export const listTags = {
  method: 'GET',
  path: '/api/desk/tags',
  answer: z.object({ tags: z.array(z.object({ tag: z.string(), count: z.number() })) }),
};

/**
 * `POST /api/desk/tickets/:number/tags`: gives a ticket a tag, or takes it away; again is the same. Tags are free words:
 * capitals and accents do not make another one, and the first spelling stays. 409 `conflict` beyond `MOST_TAGS`.
 */
export const tagTicket = { method: 'POST', path: '/api/desk/tickets/:number/tags' };

export const TagTicketRequest = z.strictObject({
  tag: plain(1, LONGEST_TAG).check(z.regex(/[\p{L}\p{N}]/u)),
  isOn: z.boolean(),
});

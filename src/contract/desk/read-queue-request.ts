import * as z from 'zod/mini';
import { CHANNELS, SECTIONS, TICKET_STATUSES, TOPICS } from '../lists.ts';

/** The query of `GET /api/desk/queue` and `GET /api/desk/tickets`, as the server reads it: strictly. */
export const QueueFilters = z.strictObject({
  assignee: z.optional(z.enum(['me', 'none'])),
  channel: z.optional(z.enum(CHANNELS)),
  topic: z.optional(z.enum(TOPICS)),
  status: z.optional(z.enum(TICKET_STATUSES)),
  shop: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  cursor: z.optional(z.string().check(z.maxLength(300))),
});

export type QueueFilters = z.infer<typeof QueueFilters>;

const instant = z.iso.datetime({ precision: 3 });

/** The parts of a queue's cursor: section, the instant of the order, then the sort key of the last ticket. */
export const QueueCursorParts = z.tuple([z.enum(SECTIONS), instant, instant, instant, z.number(), z.number()]);

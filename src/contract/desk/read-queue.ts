import * as z from 'zod/mini';
import { QueueRow } from './queue-row.ts';

/** The queue's sections, the most urgent first: outages, what is due within 12 hours or late, and the rest. */
export const SECTIONS = ['outages', 'due-soon', 'queue'] as const;

export type Section = (typeof SECTIONS)[number];

/**
 * `GET /api/desk/queue`: the tickets that wait for our reply, section by section in the order of `policy/queue`, fifty
 * a page. With `cursor` only the next page of one section. Filters: `assignee` (`me`, `none`), `channel`, `topic`,
 * `status`, `shop`.
 */
export const readQueue = {
  method: 'GET',
  path: '/api/desk/queue',
  answer: z.object({
    /** the instant the order was made for; a cursor carries it on */
    at: z.string(),
    sections: z.array(
      z.object({
        section: z.enum(SECTIONS),
        /** how many tickets match the filters; counting ends at `QUEUE_COUNTS_TO` */
        count: z.number(),
        tickets: z.array(QueueRow),
        next: z.nullable(z.string()),
      }),
    ),
    /** how many wait for a reply without any filter: all, mine, and unassigned */
    counts: z.object({ all: z.number(), mine: z.number(), unassigned: z.number() }),
  }),
};

/** Counts end here, so that a long queue costs no more than a short one. */
export const QUEUE_COUNTS_TO = 1000;

export type Queue = z.infer<typeof readQueue.answer>;

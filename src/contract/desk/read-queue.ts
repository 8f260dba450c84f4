import * as z from 'zod/mini';
import { CHANNELS, PROOFS, SECTIONS, type Section, TICKET_STATUSES, TOPICS } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { QueueRow } from './queue-row.ts';

/**
 * `GET /api/desk/queue`: the tickets that wait for us, section by section in the order of `policy/queue`, fifty a page.
 * With `cursor` only the next page of one section. Filters: `assignee` (`me`, `none`, an agent’s id), `channel`, `topic`,
 * `status`, `proof` (or `proven`, `unproven`), `support` (`over`: what was taken after its end), `tag`, `shop`,
 * `mentioned` (`me`: a note names me). With `unfold` only the outages that one row of that shop
 * stands for, a row each. Of one's own (`me`) the section `promised` also has what one said one writes on another day.
 */
export const readQueue = {
  method: 'GET',
  path: '/api/desk/queue',
  answer: z.object({
    /** the instant the order was made for; a cursor carries it on */
    at: z.string(),
    /**
     * the next instant at which the lists change though nothing happens: something falls due, is late, or comes back;
     * missing of a further page
     */
    changesAt: z.optional(z.string()),
    sections: z.array(
      z.object({
        section: openEnum<Section>(),
        /** how many tickets match the filters; counting ends at `QUEUE_COUNTS_TO` */
        count: z.number(),
        tickets: z.array(QueueRow),
        next: z.nullable(z.string()),
      }),
    ),
    /** how many stand in the sections without any filter: all, mine, unassigned, and outages that are not mine */
    counts: z.object({ all: z.number(), mine: z.number(), unassigned: z.number(), outages: z.number() }),
  }),
};

/** Counts end here, so that a long queue costs no more than a short one. */
export const QUEUE_COUNTS_TO = 1000;

export type Queue = z.infer<typeof readQueue.answer>;

/**
 * Within this many hours of its due time, or after it, what has a promise is in the section `due-soon`; earlier where the
 * office is closed in between.
 */
export const DUE_SOON_HOURS = 12;

const shopId = z.string().check(z.regex(/^\d{1,9}$/));

/** The longest tag, in UTF-16 code units. */
export const LONGEST_TAG = 40;

/** The query of `GET /api/desk/queue` and `GET /api/desk/tickets`, as the server reads it: strictly. */
export const QueueFilters = z.strictObject({
  assignee: z.optional(z.union([z.enum(['me', 'none']), z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/))])),
  channel: z.optional(z.enum(CHANNELS)),
  topic: z.optional(z.enum(TOPICS)),
  status: z.optional(z.enum(TICKET_STATUSES)),
  proof: z.optional(z.enum([...PROOFS, 'proven', 'unproven'])),
  support: z.optional(z.enum(['over'])),
  tag: z.optional(z.string().check(z.maxLength(LONGEST_TAG))),
  shop: z.optional(shopId),
  mentioned: z.optional(z.enum(['me'])),
  cursor: z.optional(z.string().check(z.maxLength(300))),
});

export type QueueFilters = z.infer<typeof QueueFilters>;

/** The query of `GET /api/desk/queue`: `unfold` names the shop whose folded outages are asked for. */
export const QueueQuery = z.extend(QueueFilters, { unfold: z.optional(shopId) });

export type QueueQuery = z.infer<typeof QueueQuery>;

const instant = z.iso.datetime({ precision: 3 });

/** The parts of a queue's cursor: section, the instant of the order, then the sort key of the last ticket. */
export const QueueCursorParts = z.tuple([
  z.enum(SECTIONS),
  instant,
  z.union([z.literal(0), z.literal(1)]),
  instant,
  instant,
  z.number(),
  instant,
  z.number(),
]);

import * as z from 'zod/mini';
import { TICKET_SORTS } from '../lists.ts';
import { QueueRow } from './queue-row.ts';
import { QueueFilters } from './read-queue.ts';

/**
 * `GET /api/desk/tickets`: all tickets, waiting or not, the newest first or by `sort`, fifty a page, with the filters of the
 * queue. Snoozed ones are included, with the time they come back.
 */
export const listDeskTickets = {
  method: 'GET',
  path: '/api/desk/tickets',
  answer: z.object({ tickets: z.array(QueueRow), next: z.nullable(z.string()) }),
};

export type DeskTicketList = z.infer<typeof listDeskTickets.answer>;

/** The query of `GET /api/desk/tickets`; without `sort` the newest come first. */
export const TicketsQuery = z.extend(QueueFilters, { sort: z.optional(z.enum(TICKET_SORTS)) });

export type TicketsQuery = z.infer<typeof TicketsQuery>;

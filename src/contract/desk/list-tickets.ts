import * as z from 'zod/mini';
import { QueueRow } from './queue-row.ts';

/**
 * `GET /api/desk/tickets`: all tickets, waiting or not, the newest first, fifty a page, with the filters of the queue.
 * Snoozed ones are included, with the time they come back.
 */
export const listDeskTickets = {
  method: 'GET',
  path: '/api/desk/tickets',
  answer: z.object({ tickets: z.array(QueueRow), next: z.nullable(z.string()) }),
};

export type DeskTicketList = z.infer<typeof listDeskTickets.answer>;

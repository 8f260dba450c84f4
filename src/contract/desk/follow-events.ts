import * as z from 'zod/mini';
import type { GuardEvent, TicketEvent } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** An event for the desk: which ticket to read again, or that blocks or alarms differ; never what was written. */
export const DeskEvent = z.object({
  /** as in the audit trail; `presence` when agents come, leave or write */
  action: openEnum<TicketEvent | GuardEvent | 'presence'>(),
  /** null for blocks and alarms */
  number: z.nullable(z.string()),
  /** an agent's id, `customer`, `operator` or `system` */
  actor: z.string(),
});

export type DeskEvent = z.infer<typeof DeskEvent>;

/**
 * `GET /api/desk/events`: server-sent events. Each has its id in the audit trail, so a browser that reconnects sends
 * the last one as `Last-Event-ID` and gets the rest; when that is too much it gets `reload`. A heartbeat every 15
 * seconds.
 */
export const followDeskEvents = { method: 'GET', path: '/api/desk/events', answer: DeskEvent };

import * as z from 'zod/mini';
import type { GuardEvent, TicketEvent, ToldWhy } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** An event for the desk: which ticket to read again, or that blocks or alarms differ; never what was written. */
export const DeskEvent = z.object({
  /** as in the audit trail; `presence` when agents come, leave or write */
  action: openEnum<TicketEvent | GuardEvent | 'presence'>(),
  /** null for blocks and alarms */
  number: z.nullable(z.string()),
  /** an agent's id, `customer`, `operator` or `system` */
  actor: z.string(),
  /** whom it concerns, and why: ids of agents, null for everybody; missing when it concerns nobody more than others */
  told: z.optional(
    z.object({
      why: openEnum<ToldWhy>(),
      to: z.nullable(z.array(z.string())),
      /** whether the office is open: out of hours agents are told of outages only, unless they want otherwise */
      isOpen: z.boolean(),
    }),
  ),
});

export type DeskEvent = z.infer<typeof DeskEvent>;

/**
 * `GET /api/desk/events`: server-sent events. Each has its id in the audit trail, so a browser that reconnects sends
 * the last one as `Last-Event-ID` and gets the rest; when that is too much it gets `reload`. A heartbeat every 15
 * seconds.
 */
export const followDeskEvents = { method: 'GET', path: '/api/desk/events', answer: DeskEvent };

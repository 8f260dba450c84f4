import * as z from 'zod/mini';

/** One thing that happened, as the desk hears of it: which ticket to look at again, never what was written. */
export const DeskEvent = z.object({
  /** `ticket.opened`, `ticket.message`, … as in the audit trail; `presence` for who looks and writes */
  action: z.string(),
  number: z.nullable(z.string()),
  /** who did it: an agent's id, `customer`, `operator`, `system` */
  actor: z.string(),
});

export type DeskEvent = z.infer<typeof DeskEvent>;

/**
 * `GET /api/desk/events`: server-sent events. Each has the audit trail's id, so a browser that comes back says by `Last-Event-ID` what
 * it has heard, and hears the rest; when that is too much it hears `reload`. A heartbeat every 15 seconds.
 */
export const followDeskEvents = { method: 'GET', path: '/api/desk/events', answer: DeskEvent };

import * as z from 'zod/mini';
import { EVENT_ACTIONS, type EventAction } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { SUPPORT_NUMBER } from '../shapes.ts';

/** `GET /api/desk/audit`: what was done and read, the newest first, for admins. `next` is the cursor of the next page. */
export const listDeskAudit = {
  method: 'GET',
  path: '/api/desk/audit',
  answer: z.object({
    entries: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        /** an agent with their name, or `customer`, `operator`, `clock`, and `unknown` where signing in failed, without */
        by: z.object({ id: z.string(), name: z.nullable(z.string()) }),
        action: openEnum<EventAction>(),
        /** the number of the ticket that it was about */
        ticket: z.nullable(z.string()),
        /** the shop that the details name */
        shop: z.nullable(z.object({ id: z.number(), name: z.string() })),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    /** the names of the agents whose ids the details name */
    names: z.record(z.string(), z.string()),
    next: z.nullable(z.string()),
  }),
};

export type AuditList = z.infer<typeof listDeskAudit.answer>;

/** The query of `GET /api/desk/audit`. */
export type ListAuditQuery = z.infer<typeof ListAuditQuery>;

export const ListAuditQuery = z.strictObject({
  actor: z.optional(z.string().check(z.maxLength(40))),
  action: z.optional(z.enum(EVENT_ACTIONS)),
  ticket: z.optional(z.string().check(z.regex(/^\d{7,12}$/))),
  /** the support number of the shop: its tickets' entries, what was read of them, and its own */
  shop: z.optional(z.string().check(z.regex(SUPPORT_NUMBER))),
  /** a day in Poland */
  day: z.optional(z.iso.date()),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
});

import * as z from 'zod/mini';
import { Attachment } from '../tickets/message.ts';
import { AgentName, QueueRow } from './queue-row.ts';
import { ShopRow } from './shop-row.ts';

/** One entry of the thread as agents see it: messages and, between them, internal notes. */
export const DeskMessage = z.object({
  id: z.number(),
  /** `customer`, `agent`, or `note`, which no customer ever sees */
  kind: z.string(),
  author: z.nullable(z.string()),
  text: z.string(),
  at: z.string(),
  /** its place in the thread the customer sees, from 1; null for notes */
  position: z.nullable(z.number()),
  /** the ticket it was written to first, if that was merged into this one */
  mergedFrom: z.nullable(z.string()),
  attachments: z.array(Attachment),
});

export type DeskMessage = z.infer<typeof DeskMessage>;

/** What the registry and the rules say of a shop, for the card beside its ticket. */
export const ShopCard = z.extend(ShopRow, {
  /** its last tickets but this one, the newest first */
  earlier: z.array(z.object({ number: z.string(), subject: z.string(), status: z.string(), receivedAt: z.string() })),
});

export type ShopCard = z.infer<typeof ShopCard>;

/** `GET /api/desk/tickets/:number`: everything about one ticket; of one that was merged, about the one that goes on. */
export const readDeskTicket = {
  method: 'GET',
  path: '/api/desk/tickets/:number',
  answer: z.object({
    ticket: z.extend(QueueRow, {
      /** grows with everything that happens to the ticket */
      version: z.number(),
      /** one of `PROOFS`: how far it is proven who sent it */
      proof: z.string(),
      scopeRule: z.nullable(z.string()),
      outageFacts: z.array(z.string()),
      contact: z.object({ email: z.string(), name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
      /** what the browser told with the owner's consent, by name */
      diagnostics: z.nullable(z.record(z.string(), z.string())),
      /** how many messages of the thread the customer has seen */
      customerSeen: z.number(),
      /** how many messages the thread has: what an answer says it has seen */
      messageCount: z.number(),
      /** the known problem it is linked to */
      problem: z.nullable(z.object({ id: z.number(), title: z.string(), solvedAt: z.nullable(z.string()) })),
    }),
    /** tickets that were merged into this one: their numbers open it */
    merged: z.array(z.object({ number: z.string(), subject: z.string() })),
    messages: z.array(DeskMessage),
    shop: ShopCard,
    /** what was done to the ticket, in order; `details` are facts without personal data */
    audit: z.array(
      z.object({ at: z.string(), actor: z.string(), action: z.string(), details: z.record(z.string(), z.unknown()) }),
    ),
    /** who else looks at it or writes an answer now */
    present: z.array(z.object({ agent: AgentName, isWriting: z.boolean() })),
  }),
};

export type DeskTicket = z.infer<typeof readDeskTicket.answer>;

import * as z from 'zod/mini';
import type { Channel, OutageFact, Proof, TicketStatus, Topic, WithoutSupport } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** An agent with the name that the desk shows. */
export const AgentName = z.object({ id: z.string(), name: z.string() });

export type AgentName = z.infer<typeof AgentName>;

/** A ticket as a row of the desk's lists. */
export const QueueRow = z.object({
  number: z.string(),
  subject: z.string(),
  shop: z.object({ id: z.number(), name: z.string() }),
  channel: openEnum<Channel>(),
  /** how well the sender is proven to be the shop */
  proof: openEnum<Proof>(),
  /** sent from a page of another shop ("z panelu innego sklepu"): by nobody who is proven */
  fromOtherShop: z.boolean(),
  topic: openEnum<Topic>(),
  /** null while nobody has decided, as of a letter */
  covered: z.nullable(z.boolean()),
  /** the support of the shop where the customer's last word was taken without it; null of every other ticket */
  withoutSupport: z.nullable(openEnum<WithoutSupport>()),
  status: openEnum<TicketStatus>(),
  receivedAt: z.string(),
  /** since when the customer waits for a reply; null when none is owed */
  waitingSince: z.nullable(z.string()),
  /** by when a reply is promised; null when none is owed, or none is promised though the customer waits */
  answerBy: z.nullable(z.string()),
  isOutage: z.boolean(),
  /** what makes it an outage; a row names the first one instead of its topic */
  facts: z.array(openEnum<OutageFact>()),
  /** whether any message of it has a file that is still there */
  hasFiles: z.boolean(),
  tags: z.array(z.string()),
  /** its last message, move or note: since when it is solved or closed, where it is */
  changedAt: z.string(),
  assignee: z.nullable(AgentName),
  /** put off until then; once that is past, the ticket is back and waits for an agent */
  snoozedUntil: z.nullable(z.string()),
  /** by when we said that we write again; null when we said no such thing, or did it */
  followUpAt: z.nullable(z.string()),
  /** its customer's last word is a bare thanks, by `isThanks` of `policy/thanks` */
  isThanks: z.boolean(),
  /** messages of the thread that the customer can see: what an agent who acts from a list has seen */
  messageCount: z.number(),
  /** messages of the thread that this agent has not seen; 0 for a ticket that does not wait and is not theirs */
  unseen: z.number(),
  /** messages of the thread that no agent has seen */
  unseenByTeam: z.number(),
  /**
   * how many unproven outages of the shop this row of the queue stands for, of which it shows the newest; null for a row
   * of one ticket
   */
  folded: z.nullable(z.number()),
});

export type QueueRow = z.infer<typeof QueueRow>;

import * as z from 'zod/mini';

/** Somebody of the vendor's people, as the desk names them. */
export const AgentName = z.object({ id: z.string(), name: z.string() });

export type AgentName = z.infer<typeof AgentName>;

/** A ticket as a line of the desk's lists. */
export const QueueRow = z.object({
  number: z.string(),
  subject: z.string(),
  shop: z.object({ id: z.number(), name: z.string() }),
  /** `panel`, `form`, `phone` or `email` */
  channel: z.string(),
  topic: z.string(),
  covered: z.boolean(),
  status: z.string(),
  receivedAt: z.string(),
  /** by when an answer is promised; null when none is owed */
  answerBy: z.nullable(z.string()),
  isOutage: z.boolean(),
  assignee: z.nullable(AgentName),
  /** until when it is out of sight, while no answer is owed */
  snoozedUntil: z.nullable(z.string()),
  /** messages of the thread that nobody of ours has seen */
  unseen: z.number(),
});

export type QueueRow = z.infer<typeof QueueRow>;

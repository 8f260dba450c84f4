import type { ReplyToTicketRequest } from '../contract/desk/replies-and-notes.ts';
import type { OpeningHours } from '../policy/opening-hours.ts';
import type { StoreAndClock } from '../store/open.ts';
import type { Done } from '../tickets/idempotently.ts';
import { type NotReplied, reply } from '../tickets/reply.ts';
import type { AgentAction } from '../tickets/with-ticket-for-agent.ts';

/**
 * Replies for an agent at the desk, or for the operator at a terminal.
 * @param hours when somebody is there to write again, where the reply says by when we do
 */
export async function replyAsAgent(
  deps: StoreAndClock,
  { number, actor, author }: AgentAction,
  idempotencyKey: string,
  { text, status, seenMessages, hasCopies = false, attachments, followUpAt }: ReplyToTicketRequest,
  hours: readonly OpeningHours[] = [],
): Promise<Done | NotReplied> {
  const agent = { side: 'agent', actor, author, status, seenMessages, hasCopies } as const;
  const writesAgain = followUpAt !== undefined && { writesAgain: { asked: Temporal.Instant.from(followUpAt), hours } };
  return reply(deps, { number, idempotencyKey, speaker: { ...agent, ...writesAgain }, text, attachments });
}

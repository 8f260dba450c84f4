import type { ReplyToTicketRequest } from '../contract/desk/replies-and-notes.ts';
import type { StoreAndClock } from '../store/open.ts';
import type { Done } from '../tickets/idempotently.ts';
import { type NotReplied, reply } from '../tickets/reply.ts';
import type { AgentAction } from '../tickets/with-ticket-for-agent.ts';

/** Replies for an agent at the desk, or for the operator at a terminal. */
export async function replyAsAgent(
  deps: StoreAndClock,
  { number, actor, author }: AgentAction,
  idempotencyKey: string,
  { text, status, seenMessages, hasCopies = false, attachments }: ReplyToTicketRequest,
): Promise<Done | NotReplied> {
  const speaker = { side: 'agent', actor, author, status, seenMessages, hasCopies } as const;
  return reply(deps, { number, idempotencyKey, speaker, text, attachments });
}

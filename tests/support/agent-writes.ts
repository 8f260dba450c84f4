import { randomUUID } from 'node:crypto';
import { replyAsAgent } from '../../src/channels/agent.ts';
import type { ReplyStatus } from '../../src/contract/lists.ts';
import type { StoreAndClock } from '../../src/store/open.ts';
import { addNote } from '../../src/tickets/add-note.ts';
import type { AgentAction } from '../../src/tickets/with-ticket-for-agent.ts';

/** An agent who has read the whole thread replies to it. */
export function agentReplies(deps: StoreAndClock, action: AgentAction, reply: { text: string; status: ReplyStatus }) {
  return replyAsAgent(deps, action, randomUUID(), { ...reply, seenMessages: Number.MAX_SAFE_INTEGER });
}

/** An agent leaves an internal note. */
export function agentNotes(deps: StoreAndClock, action: AgentAction, text: string) {
  return addNote(deps, action, randomUUID(), { text });
}

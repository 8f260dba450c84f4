import type { Context } from 'hono';
import type * as z from 'zod/mini';
import {
  AssignTicketRequest,
  ChangeContactRequest,
  ChangeFollowUpRequest,
  CorrectTicketRequest,
  MergedTicketRequest,
  MergeTicketRequest,
  MoveTicketRequest,
  PlaceTicketRequest,
  PresenceRequest,
  SeeTicketRequest,
  SnoozeTicketRequest,
  VouchForTicketRequest,
} from '../../contract/desk/change-ticket-requests.ts';
import { changeContact } from '../../tickets/change-contact.ts';
import { changeFollowUp } from '../../tickets/change-follow-up.ts';
import { assignTicket, type Changed, placeTicket, snoozeTicket } from '../../tickets/change-ticket.ts';
import { correctTicket } from '../../tickets/correct-ticket.ts';
import { markSeenByAgent } from '../../tickets/mark-seen.ts';
import { type Merged, mergeTickets } from '../../tickets/merge-tickets.ts';
import { type Moved, moveTicket } from '../../tickets/move-ticket.ts';
import { saySamePerson } from '../../tickets/same-person.ts';
import { undoMerge } from '../../tickets/undo-merge.ts';
import { vouchForTicket } from '../../tickets/vouch-for-ticket.ts';
import type { AgentAction } from '../../tickets/with-ticket-for-agent.ts';
import type { ApiDeps } from '../api-deps.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';

/** A handler of a small change: reads the body, makes the change and answers with its outcome. */
export function change<Schema extends z.ZodMiniType>(
  schema: Schema,
  work: (deps: ApiDeps, action: AgentAction, request: z.infer<Schema>) => Promise<Changed | Moved | Merged>,
): (context: Context, deps: ApiDeps) => Promise<Response> {
  return asAgent(async (context, deps, agent) => {
    const read = await readJson(context, schema);
    if (!read.ok) return read.refusal;
    const action = { number: pathParameter(context, 'number'), actor: agent.id, author: agent.name };
    return answerChanged(context, await work(deps, action, read.request));
  });
}

function answerChanged(context: Context, changed: Changed | Moved | Merged): Response {
  switch (changed.outcome) {
    case 'not-found':
      return problem(context, 'not-found');
    case 'newer-message':
    case 'thread-full':
    case 'follow-up-unfit':
      return problem(context, changed.outcome);
    case 'taken':
      return problem(context, 'conflict', { assignee: changed.assignee });
    case 'not-allowed':
      return problem(context, 'conflict', 'status' in changed ? { ticketStatus: changed.status } : {});
    case 'changed':
    case 'moved':
      return context.body(null, 204);
  }
}

/** For use cases that return whether the ticket exists. */
const found = (isThere: boolean): Changed => ({ outcome: isThere ? 'changed' : 'not-found' });

/** `POST …/status` */
export const answerMoveTicket = change(MoveTicketRequest, (deps, action, { status, seenMessages, reason }) =>
  moveTicket(deps, action, status, { seenMessages, reason }),
);

/** `POST …/assignee` */
export const answerAssignTicket = change(AssignTicketRequest, assignTicket);

/** `POST …/place` */
export const answerPlaceTicket = change(PlaceTicketRequest, (deps, action, { isOutage }) =>
  placeTicket(deps, action, isOutage),
);

/** `POST …/vouch` */
export const answerVouchForTicket = change(VouchForTicketRequest, (deps, action, { isVouched }) =>
  vouchForTicket(deps, action, isVouched),
);

/** `POST …/contact` */
export const answerChangeContact = change(ChangeContactRequest, changeContact);

/** `POST …/correction` */
export const answerCorrectTicket = change(CorrectTicketRequest, correctTicket);

/** `POST …/snooze` */
export const answerSnoozeTicket = change(SnoozeTicketRequest, (deps, action, { until }) =>
  snoozeTicket(deps, action, until === null ? null : Temporal.Instant.from(until)),
);

/** `POST …/follow-up` */
export const answerChangeFollowUp = change(ChangeFollowUpRequest, (deps, action, { followUpAt }) =>
  changeFollowUp(deps, action, followUpAt === null ? null : Temporal.Instant.from(followUpAt)),
);

/** `POST …/merge` */
export const answerMergeTicket = change(MergeTicketRequest, mergeTickets);

/** `POST …/unmerge` */
export const answerUnmergeTicket = change(MergedTicketRequest, undoMerge);

/** `POST …/same-person` */
export const answerSaySamePerson = change(MergedTicketRequest, saySamePerson);

/** `POST …/seen` */
export const answerSeeTicket = change(SeeTicketRequest, (deps, action, { messages }) =>
  markSeenByAgent(deps, action, messages).then(found),
);

/** `GET /api/desk/presence` */
export const answerReadPresence = asAgent(async (context, deps, { id }) =>
  context.json({ here: deps.presence.everywhere(id) }),
);

/** `POST …/presence` */
export const answerTellPresence = asAgent(async (context, deps, { id, name }) => {
  const read = await readJson(context, PresenceRequest);
  if (!read.ok) return read.refusal;
  const number = pathParameter(context, 'number');
  if (deps.presence.tell(number, { id, name }, read.request)) deps.deskEvents.tellPresence(number);
  return context.body(null, 204);
});

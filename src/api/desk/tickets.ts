import { replyAsAgent } from '../../channels/agent.ts';
import { openPhoneTicket } from '../../channels/phone.ts';
import { CloseTicketsRequest, UndoClosingRequest } from '../../contract/desk/close-tickets.ts';
import { OpenPhoneTicketRequest } from '../../contract/desk/open-phone-ticket.ts';
import { AddNoteRequest, ReplyToTicketRequest } from '../../contract/desk/replies-and-notes.ts';
import { recordTicketRead } from '../../events/record-read.ts';
import { addNote } from '../../tickets/add-note.ts';
import { closeTickets } from '../../tickets/close-tickets.ts';
import { readDeskTicket } from '../../tickets/read-desk-ticket.ts';
import { undoClosing } from '../../tickets/undo-closing.ts';
import { readVendorSettings } from '../../vendor-settings/vendor-settings.ts';
import { answerDone } from '../http/answer-done.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readIdempotencyKey } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';

/** `POST /api/desk/tickets` */
export const answerOpenPhoneTicket = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, OpenPhoneTicketRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await openPhoneTicket(deps, read.request, key, agent.id), 201);
});

/** `GET /api/desk/tickets/:number` */
export const answerReadDeskTicket = asAgent(async (context, deps, agent) => {
  const ticket = await readDeskTicket(deps.store, pathParameter(context, 'number'), deps.now(), agent.id);
  if (!ticket) return problem(context, 'not-found');
  await recordTicketRead(deps, agent.id, ticket.ticket.number);
  return context.json({ ...ticket, present: deps.presence.others(ticket.ticket.number, agent.id) });
});

/** `POST /api/desk/tickets/:number/replies` */
export const answerReplyToTicket = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, ReplyToTicketRequest);
  if (!read.ok) return read.refusal;
  const action = { number: pathParameter(context, 'number'), actor: agent.id, author: agent.name };
  const { openingHours } = await readVendorSettings(deps.store, deps.firstSettings);
  return answerDone(context, await replyAsAgent(deps, action, key, read.request, openingHours), 201);
});

/** `POST /api/desk/tickets/:number/notes` */
export const answerAddNote = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddNoteRequest);
  if (!read.ok) return read.refusal;
  const action = { number: pathParameter(context, 'number'), actor: agent.id, author: agent.name };
  return answerDone(context, await addNote(deps, action, key, read.request), 201);
});

/** `POST /api/desk/closings` */
export const answerCloseTickets = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, CloseTicketsRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await closeTickets(deps, read.request, key, agent.id), 200);
});

/** `POST /api/desk/closings/:closing/undo` */
export const answerUndoClosing = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, UndoClosingRequest);
  if (!read.ok) return read.refusal;
  const undone = await undoClosing(deps, { closing: Number(pathParameter(context, 'closing')), actor: agent.id });
  if (undone.outcome === 'not-found') return problem(context, 'not-found');
  if (undone.outcome === 'too-late') return problem(context, 'conflict');
  return context.body(undone.body, 200, { 'Content-Type': 'application/json' });
});

import { TagTicketRequest } from '../../contract/desk/tags.ts';
import { KeepViewRequest, RenameViewRequest } from '../../contract/desk/views.ts';
import { changeView, keepView, listViews } from '../../tickets/queue/views.ts';
import { listTags, tagTicket } from '../../tickets/tag-ticket.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';
import { change } from './change-ticket.ts';

/** `GET /api/desk/tags` */
export const answerListTags = asAgent(async (context, { store }) => context.json({ tags: await listTags(store) }));

/** `POST …/tags` */
export const answerTagTicket = change(TagTicketRequest, tagTicket);

/** `GET /api/desk/views` */
export const answerListViews = asAgent(async (context, deps, agent) => context.json(await listViews(deps, agent)));

/** `POST /api/desk/views` */
export const answerKeepView = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, KeepViewRequest);
  if (!read.ok) return read.refusal;
  const view = await keepView(deps, agent, read.request);
  return view ? context.json(view) : problem(context, 'conflict');
});

/** `POST /api/desk/views/:view` */
export const answerRenameView = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, RenameViewRequest);
  if (!read.ok) return read.refusal;
  const isDone = await changeView(deps.store, agent, Number(pathParameter(context, 'view')), read.request.name);
  return isDone ? context.body(null, 204) : problem(context, 'not-found');
});

/** `DELETE /api/desk/views/:view` */
export const answerRemoveView = asAgent(async (context, deps, agent) => {
  const isDone = await changeView(deps.store, agent, Number(pathParameter(context, 'view')), null);
  return isDone ? context.body(null, 204) : problem(context, 'not-found');
});

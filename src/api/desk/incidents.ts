import type { Context } from 'hono';
import { AddIncidentRequest, LinkTicketRequest, SolveIncidentRequest } from '../../contract/desk/incident-requests.ts';
import { addIncidentOnce } from '../../incidents/add-incident.ts';
import { endIncident } from '../../incidents/end-incident.ts';
import { linkTicket } from '../../incidents/link-ticket.ts';
import { listIncidents, readIncidentCursor } from '../../incidents/list-incidents.ts';
import { readIncident } from '../../incidents/read-incident.ts';
import { solveIncident } from '../../incidents/solve-incident.ts';
import { answerDone } from '../http/answer-done.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readIdempotencyKey } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';
import { change } from './change-ticket.ts';
import { refuseCursor } from './read-filters.ts';

/** The incident that the address names. */
function incidentId(context: Context): number {
  return Number(pathParameter(context, 'incident'));
}

/** `GET /api/desk/incidents` */
export const answerListIncidents = asAgent(async (context, { store, now }) => {
  const cursor = context.req.query('cursor');
  const before = cursor === undefined ? null : readIncidentCursor(cursor);
  if (cursor !== undefined && !before) return refuseCursor(context);
  return context.json(await listIncidents(store, now(), before));
});

/** `GET /api/desk/incidents/:incident` */
export const answerReadIncident = asAgent(async (context, { store }) => {
  const cursor = context.req.query('cursor');
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) return refuseCursor(context);
  const incident = await readIncident(store, incidentId(context), cursor === undefined ? null : Number(cursor));
  return incident ? context.json(incident) : problem(context, 'not-found');
});

/** `POST /api/desk/incidents` */
export const answerAddIncident = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddIncidentRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await addIncidentOnce(deps, key, read.request, agent.id), 201);
});

/** `POST /api/desk/incidents/:incident/end` */
export const answerEndIncident = asAgent(async (context, deps, agent) => {
  const ended = await endIncident(deps.store, incidentId(context), agent.id, deps.now());
  return ended === 'not-found' ? problem(context, 'not-found') : context.body(null, 204);
});

/** `POST /api/desk/incidents/:incident/solution` */
export const answerSolveIncident = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, SolveIncidentRequest);
  if (!read.ok) return read.refusal;
  const solved = await solveIncident(deps, incidentId(context), read.request.text, agent, key);
  if (solved.outcome !== 'refused') deps.solutions.start();
  return answerDone(context, solved, 202);
});

/** `POST /api/desk/tickets/:number/incident` */
export const answerLinkTicket = change(LinkTicketRequest, linkTicket);

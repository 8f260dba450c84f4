import { TicketsQuery } from '../../contract/desk/list-tickets.ts';
import { QueueQuery } from '../../contract/desk/read-queue.ts';
import { LONGEST_QUESTION, SearchScopeQuery } from '../../contract/desk/search.ts';
import { workingAgentNames } from '../../identity/agent.ts';
import { listDeskTickets, readListEnd } from '../../tickets/queue/list-desk-tickets.ts';
import { readCursor } from '../../tickets/queue/queue-cursor.ts';
import { readDeskQueue } from '../../tickets/queue/read-desk-queue.ts';
import { searchDesk } from '../../tickets/queue/search-desk.ts';
import { asAgent } from './as-agent.ts';
import { readFilters, refuseCursor } from './read-filters.ts';

/** `GET /api/desk/queue` */
export const answerReadQueue = asAgent(async (context, deps, agent) => {
  const read = readFilters(context, QueueQuery);
  if (!read.ok) return read.refusal;
  const { cursor } = read.filters;
  const from = cursor === undefined ? null : readCursor(cursor);
  if (cursor !== undefined && !from) return refuseCursor(context);
  return context.json(await readDeskQueue(deps, agent, read.filters, from));
});

/** `GET /api/desk/tickets` */
export const answerListDeskTickets = asAgent(async (context, deps, agent) => {
  const read = readFilters(context, TicketsQuery);
  if (!read.ok) return read.refusal;
  const { cursor, sort } = read.filters;
  const after = cursor === undefined ? null : readListEnd(cursor, sort);
  if (cursor !== undefined && !after) return refuseCursor(context);
  return context.json(await listDeskTickets(deps.store, agent, read.filters, after));
});

/** `GET /api/desk/agents` */
export const answerListAgents = asAgent(async (context, deps) =>
  context.json({ agents: await workingAgentNames(deps.store) }),
);

/** `GET /api/desk/search` */
export const answerSearch = asAgent(async (context, deps, agent) => {
  const asked = (context.req.query('q') ?? '').slice(0, LONGEST_QUESTION).replaceAll('\u0000', ' ').toWellFormed();
  const scope = SearchScopeQuery.safeParse(context.req.query('in'));
  const where = (scope.success && scope.data) || 'all';
  return context.json(await searchDesk(deps.store, agent, { asked, scope: where }, deps.now()));
});

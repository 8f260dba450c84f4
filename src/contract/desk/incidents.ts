import * as z from 'zod/mini';
import type { IncidentEvent, NoticeKind } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { AgentName, QueueRow } from './queue-row.ts';

/** An incident with the number of its linked tickets. */
export const Incident = z.object({
  id: z.number(),
  /** tickets can be linked to incidents and advisories only */
  kind: openEnum<NoticeKind>(),
  title: z.string(),
  text: z.string(),
  english: z.nullable(z.object({ title: z.string(), text: z.string() })),
  since: z.string(),
  until: z.nullable(z.string()),
  /** the first and last version it is about, both included; null is no bound */
  fromVersion: z.nullable(z.string()),
  toVersion: z.nullable(z.string()),
  solvedAt: z.nullable(z.string()),
  linked: z.number(),
});

export type Incident = z.infer<typeof Incident>;

/**
 * `GET /api/desk/incidents`: active and coming incidents, at most 200 of each, and ended ones, fifty a page, the newest
 * first. With `cursor` only the next page of ended ones.
 */
export const listIncidents = {
  method: 'GET',
  path: '/api/desk/incidents',
  answer: z.object({
    running: z.array(Incident),
    coming: z.array(Incident),
    ended: z.array(Incident),
    next: z.nullable(z.string()),
  }),
};

export type IncidentLists = z.infer<typeof listIncidents.answer>;

/**
 * The progress of a solution. Every linked ticket is in one of the first three counts before it is solved, and in one
 * of the four after.
 */
export const SolutionCounts = z.object({
  linked: z.number(),
  /** not over and not answered yet: will get the reply */
  waiting: z.number(),
  /** over before the reply came: left as they are */
  over: z.number(),
  answered: z.number(),
  /**
   * answered as well, but the customer had written something that no agent had seen: still in progress, the promise
   * runs
   */
  kept: z.number(),
});

/**
 * `GET /api/desk/incidents/:incident`: one incident, its solution, its audit trail, and its linked tickets, fifty a page, the
 * newest first.
 */
export const readIncident = {
  method: 'GET',
  path: '/api/desk/incidents/:incident',
  answer: z.object({
    incident: Incident,
    solution: z.nullable(z.object({ text: z.string(), by: z.nullable(AgentName) })),
    counts: SolutionCounts,
    history: z.array(z.object({ at: z.string(), actor: z.string(), action: openEnum<IncidentEvent>() })),
    tickets: z.array(QueueRow),
    next: z.nullable(z.string()),
  }),
};

export type IncidentDetail = z.infer<typeof readIncident.answer>;

/** `POST /api/desk/incidents` with an `Idempotency-Key`: adds an incident, which panels show from `since` on. */
export const addIncident = {
  method: 'POST',
  path: '/api/desk/incidents',
  answer: z.object({ id: z.number() }),
};

/**
 * `POST …/end`: panels drop it with their next request; its tickets stay linked. 204, also when it has ended already.
 */
export const endIncident = { method: 'POST', path: '/api/desk/incidents/:incident/end' };

/**
 * `POST …/solution` with an `Idempotency-Key`: ends the incident, if it is active, and answers every linked ticket that
 * is not over, each exactly once, also after a crash. 202 once that is stored; `GET …` shows the progress. 409
 * `conflict` when it was solved before.
 */
export const solveIncident = {
  method: 'POST',
  path: '/api/desk/incidents/:incident/solution',
  answer: z.object({ id: z.number() }),
};

/**
 * `POST /api/desk/tickets/:number/incident`: links a ticket to an unsolved incident, or unlinks it. 204; 409 `conflict`.
 */
export const linkDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/incident' };

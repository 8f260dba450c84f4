import type { Incident, IncidentDetail } from '../../../../src/contract/desk/incidents.ts';

/** An incident that runs, with what the test wants otherwise. */
export function anIncident(otherwise: Partial<Incident> = {}): Incident {
  return {
    id: 12,
    kind: 'incident',
    title: 'Koszyk nie liczy dostawy',
    text: 'Pracujemy nad poprawką.',
    english: null,
    since: '2026-11-22T09:00:00Z',
    until: null,
    fromVersion: '10.4',
    toVersion: '10.5',
    solvedAt: null,
    linked: 2,
    ...otherwise,
  };
}

/** An incident with its tickets, with what the test wants otherwise. */
export function aDetail(otherwise: Partial<IncidentDetail> = {}): IncidentDetail {
  return {
    incident: anIncident(),
    solution: null,
    counts: { linked: 2, waiting: 2, over: 0, answered: 0, kept: 0 },
    history: [{ at: '2026-11-22T09:00:00Z', actor: 'a1', action: 'notice.added' }],
    tickets: [],
    next: null,
    ...otherwise,
  };
}

import { addIncident, type NewIncident } from '../../src/incidents/add-incident.ts';
import type { Service } from './service.ts';

/** An incident that runs, for versions 10.4 to 10.5 unless the test wants it otherwise. @returns its id */
export async function anIncident(api: Service, otherwise: Partial<NewIncident> = {}): Promise<number> {
  const incident: NewIncident = {
    kind: 'incident',
    title: 'Koszyk nie liczy dostawy',
    text: 'Pracujemy nad poprawką.',
    english: null,
    since: api.clock.now,
    until: null,
    fromVersion: '10.4',
    toVersion: '10.5',
    ...otherwise,
  };
  const added = await addIncident(api.store, incident, 'operator', api.clock.now);
  if (added.outcome !== 'added') throw new Error(added.field);
  return added.id;
}

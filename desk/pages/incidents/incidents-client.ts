import type { AddIncidentRequest } from '../../../src/contract/desk/incident-requests.ts';
import {
  addIncident,
  endIncident,
  type IncidentDetail,
  type IncidentLists,
  listIncidents,
  readIncident,
  solveIncident,
} from '../../../src/contract/desk/incidents.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests of the page of incidents. */
export interface IncidentsClient {
  list: (cursor?: string) => Promise<DeskAnswer<IncidentLists>>;
  read: (id: string, cursor?: string) => Promise<DeskAnswer<IncidentDetail>>;
  /** adds an incident, once per key */
  add: (key: string, incident: AddIncidentRequest) => Promise<DeskAnswer<{ id: number }>>;
  end: (id: string) => Promise<DeskAnswer<null>>;
  /** solves an incident and answers its tickets, once per key */
  solve: (id: string, key: string, text: string) => Promise<DeskAnswer<unknown>>;
}

export function createIncidentsClient({ call }: DeskHttp): IncidentsClient {
  return {
    list: (cursor) => call(listIncidents, { query: { cursor } }),
    read: (incident, cursor) => call(readIncident, { params: { incident }, query: { cursor } }),
    add: (key, incident) => call(addIncident, { key, json: incident }),
    end: (incident) => call(endIncident, { params: { incident }, json: {} }),
    solve: (incident, key, text) => call(solveIncident, { params: { incident }, key, json: { text } }),
  };
}

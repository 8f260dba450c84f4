import { partOf } from '../../../browser/http.ts';
import {
  type AddPersonRequest,
  addDeskPerson,
  changeDeskRole,
  type DeskPeople,
  disableDeskPerson,
  type GivenCode,
  listDeskPeople,
  renewDeskPerson,
} from '../../../src/contract/desk/people.ts';
import type { AgentRole } from '../../../src/contract/lists.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests of the page of people. */
export interface PeopleClient {
  list: () => Promise<DeskAnswer<DeskPeople>>;
  add: (person: AddPersonRequest) => Promise<DeskAnswer<GivenCode>>;
  /** a one-time code, for who lost everything or was disabled */
  renew: (agent: string) => Promise<DeskAnswer<GivenCode>>;
  changeRole: (agent: string, role: AgentRole) => Promise<DeskAnswer<null>>;
  disable: (agent: string) => Promise<DeskAnswer<null>>;
}

export function createPeopleClient({ call }: DeskHttp): PeopleClient {
  return {
    list: () => call(partOf(listDeskPeople, ({ people }) => people)),
    add: (person) => call(addDeskPerson, { json: person }),
    renew: (agent) => call(renewDeskPerson, { params: { agent }, json: {} }),
    changeRole: (agent, role) => call(changeDeskRole, { params: { agent }, json: { role } }),
    disable: (agent) => call(disableDeskPerson, { params: { agent }, json: {} }),
  };
}

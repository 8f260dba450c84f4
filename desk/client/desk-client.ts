import { putPart } from '../../browser/files/put-part.ts';
import type { Part, PartOutcome } from '../../browser/files/upload-batch.ts';
import { addressOf, partOf } from '../../browser/http.ts';
import { listDeskAgents } from '../../src/contract/desk/agent.ts';
import { acknowledgeDeskAlarm, type DeskAlarm, listDeskAlarms } from '../../src/contract/desk/alarms.ts';
import {
  addTicketsAddress,
  assignDeskTicket,
  changeFollowUp,
  correctTicket,
  mergeDeskTicket,
  moveDeskTicket,
  placeDeskTicket,
  saySamePerson,
  seeDeskTicket,
  snoozeDeskTicket,
  tellPresence,
  unmergeDeskTicket,
  vouchForTicket,
} from '../../src/contract/desk/change-ticket.ts';
import type { CorrectTicketRequest } from '../../src/contract/desk/change-ticket-requests.ts';
import {
  type CloseTicketsRequest,
  closeTickets,
  type TicketsClosed,
  undoClosing,
} from '../../src/contract/desk/close-tickets.ts';
import { linkDeskTicket, listIncidents } from '../../src/contract/desk/incidents.ts';
import { type DeskMacros, listDeskMacros } from '../../src/contract/desk/list-macros.ts';
import { type DeskTicketList, listDeskTickets } from '../../src/contract/desk/list-tickets.ts';
import type { SetPasswordByCodeRequest } from '../../src/contract/desk/people.ts';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import { readOfficeHours } from '../../src/contract/desk/read-office-hours.ts';
import { type AgentHere, readPresence } from '../../src/contract/desk/read-presence.ts';
import { type Queue, readQueue } from '../../src/contract/desk/read-queue.ts';
import {
  type DeskTicket,
  getDeskAttachment,
  readDeskTicket,
  resendLetter,
} from '../../src/contract/desk/read-ticket.ts';
import { addDeskNote, putDeskUpload, replyToTicket } from '../../src/contract/desk/replies-and-notes.ts';
import { type Found, searchDesk } from '../../src/contract/desk/search.ts';
import { passkeySignInOptions, secondStepOptions } from '../../src/contract/desk/second-factor.ts';
import type { FactorProof } from '../../src/contract/desk/second-factor-requests.ts';
import {
  type SignedIn,
  type SignInAnswer,
  setPasswordByCode,
  signIn,
  signInByPasskey,
  signOut,
  signOutEverywhere,
  takeSecondStep,
  whoAmI,
} from '../../src/contract/desk/sign-in.ts';
import { listTags, tagTicket } from '../../src/contract/desk/tags.ts';
import type { ProofWay, SearchScope, TicketSort } from '../../src/contract/lists.ts';
import type { NoteEntry, ReplyEntry } from '../models/desk-kept.ts';
import type { DeskAnswer, DeskHttp } from './desk-http.ts';
import { keepMessages } from './keep-messages.ts';
import type { Ceremony } from './passkeys.ts';

/** Filters of the lists, as in their query; a missing one does not filter. */
export type Filters = Partial<
  Record<
    'assignee' | 'channel' | 'topic' | 'status' | 'proof' | 'support' | 'tag' | 'shop' | 'mentioned' | 'unfold',
    string
  >
>;

/** A small change of a ticket: the endpoint and its body. */
export type Change =
  | { kind: 'status'; body: { status: string; seenMessages: number } }
  | { kind: 'assignee'; body: { assignee: string | null; from: string | null } }
  | { kind: 'place'; body: { isOutage: boolean } }
  | { kind: 'merge'; body: { into: string; isSamePerson: boolean } }
  | { kind: 'unmerge' | 'same-person' | 'resend'; body: Record<string, never> }
  | { kind: 'tag'; body: { tag: string; isOn: boolean } }
  | { kind: 'snooze'; body: { until: string | null } }
  | { kind: 'follow-up'; body: { followUpAt: string | null } }
  | { kind: 'incident'; body: { incident: number | null; seenMessages: number } }
  | { kind: 'correction'; body: CorrectTicketRequest }
  | { kind: 'seen'; body: { messages: number } }
  | { kind: 'panel-address'; body: Record<string, never> }
  | { kind: 'vouch'; body: { isVouched: boolean } };

const CHANGES: Record<Change['kind'], { method: string; path: string }> = {
  status: moveDeskTicket,
  assignee: assignDeskTicket,
  place: placeDeskTicket,
  tag: tagTicket,
  snooze: snoozeDeskTicket,
  'follow-up': changeFollowUp,
  merge: mergeDeskTicket,
  unmerge: unmergeDeskTicket,
  'same-person': saySamePerson,
  incident: linkDeskTicket,
  correction: correctTicket,
  seen: seeDeskTicket,
  'panel-address': addTicketsAddress,
  vouch: vouchForTicket,
  resend: resendLetter,
};

/** An incident that tickets can be linked to. */
export interface OpenIncident {
  id: number;
  title: string;
}

/** The desk's API as the page sees it. */
export interface DeskClient {
  whoAmI: () => Promise<DeskAnswer<SignedIn>>;
  signIn: (email: string, password: string) => Promise<DeskAnswer<SignInAnswer>>;
  passkeySignIn: () => Promise<DeskAnswer<Ceremony>>;
  signInByPasskey: (credential: object) => Promise<DeskAnswer<SignedIn>>;
  secondStep: () => Promise<DeskAnswer<{ ways: ProofWay[]; options: Ceremony | null }>>;
  takeSecondStep: (proof: FactorProof) => Promise<DeskAnswer<SignedIn>>;
  setPasswordByCode: (typed: SetPasswordByCodeRequest) => Promise<DeskAnswer<SignedIn>>;
  signOut: (everywhere: boolean) => Promise<DeskAnswer<null>>;
  readQueue: (filters: Filters, cursor?: string) => Promise<DeskAnswer<Queue>>;
  listTickets: (filters: Filters, sort: TicketSort, cursor?: string) => Promise<DeskAnswer<DeskTicketList>>;
  search: (question: string, scope: SearchScope) => Promise<DeskAnswer<Found>>;
  /** the tags in use, those of the most tickets first */
  listTags: () => Promise<DeskAnswer<string[]>>;
  /** for what is loaded when it is opened, and has requests of its own */
  call: DeskHttp['call'];
  listAgents: () => Promise<DeskAnswer<AgentName[]>>;
  listMacros: () => Promise<DeskAnswer<DeskMacros>>;
  /** when the office is open, from today on */
  readOfficeHours: () => Promise<DeskAnswer<{ from: string; to: string }[]>>;
  /** what nobody acknowledged yet, the newest first */
  listAlarms: () => Promise<DeskAnswer<DeskAlarm[]>>;
  acknowledgeAlarm: (alarm: number) => Promise<DeskAnswer<null>>;
  /** unsolved incidents, active ones first */
  listIncidents: () => Promise<DeskAnswer<OpenIncident[]>>;
  readTicket: (number: string) => Promise<DeskAnswer<DeskTicket>>;
  /**
   * Sends a reply or a note; again with the same key is the same.
   * @param isLeaving the page is being left: the request goes on without it
   */
  send: (
    entry: Pick<ReplyEntry | NoteEntry, 'kind' | 'number' | 'key' | 'body'>,
    isLeaving?: boolean,
  ) => Promise<DeskAnswer<unknown>>;
  /** @param id of the ticket, or of a letter that is sent once more */
  change: (id: string, change: Change) => Promise<DeskAnswer<null>>;
  /** closes tickets for one reason; again with the same key is the same */
  closeTickets: (request: CloseTicketsRequest, key: string) => Promise<DeskAnswer<TicketsClosed>>;
  /** undoes a closing; again is the same */
  undoClosing: (closing: number) => Promise<DeskAnswer<{ restored: string[]; left: string[] }>>;
  /** the other agents, each at the ticket that they have open */
  readPresence: () => Promise<DeskAnswer<AgentHere[]>>;
  tellPresence: (number: string, here: { isHere: boolean; isWriting: boolean }) => Promise<DeskAnswer<null>>;
  readAttachment: (id: string) => Promise<DeskAnswer<Blob>>;
  /** uploads one part of a file that a reply or note will name */
  putPart: (number: string, part: Part) => Promise<PartOutcome>;
}

/** The desk's client over HTTP. Responses are parsed by the contract: unknown fields are ignored. */
export function createDeskClient({ call, read }: DeskHttp): DeskClient {
  // The open ticket is read at every event, and most often nothing has changed.
  let last: { text: string; ticket: DeskTicket } | null = null;
  async function readTicketAgain(response: Response): Promise<DeskTicket> {
    const text = await response.text();
    if (last?.text === text) return last.ticket;
    const ticket = keepMessages(last?.ticket ?? null, readDeskTicket.answer.parse(JSON.parse(text)));
    last = { text, ticket };
    return ticket;
  }

  return {
    whoAmI: () => call(whoAmI),
    signIn: (email, password) => call(signIn, { json: { email, password } }),
    passkeySignIn: () =>
      call(
        partOf(passkeySignInOptions, ({ options }) => options),
        { json: {} },
      ),
    signInByPasskey: (credential) => call(signInByPasskey, { json: { credential } }),
    secondStep: () => call(secondStepOptions, { json: {} }),
    takeSecondStep: (proof) => call(takeSecondStep, { json: proof }),
    setPasswordByCode: (typed) => call(setPasswordByCode, { json: typed }),
    signOut: (everywhere) => call(everywhere ? signOutEverywhere : signOut),
    readQueue: (filters, cursor) => call(readQueue, { query: { ...filters, cursor } }),
    listTickets: (filters, sort, cursor) => call(listDeskTickets, { query: { ...filters, sort, cursor } }),
    search: (question, scope) => call(searchDesk, { query: { q: question, in: scope === 'all' ? undefined : scope } }),
    listTags: () => call(partOf(listTags, ({ tags }) => tags.map(({ tag }) => tag))),
    call,
    listAgents: () => call(partOf(listDeskAgents, ({ agents }) => agents)),
    listMacros: () => call(listDeskMacros),
    readOfficeHours: () => call(partOf(readOfficeHours, ({ stretches }) => stretches)),
    listAlarms: () => call(partOf(listDeskAlarms, ({ alarms }) => alarms)),
    acknowledgeAlarm: (alarm) => call(acknowledgeDeskAlarm, { params: { alarm }, json: {} }),
    listIncidents: () =>
      call(
        partOf(listIncidents, ({ running, coming, ended }) =>
          [...running, ...coming, ...ended].filter(({ kind, solvedAt }) => kind !== 'update' && !solvedAt),
        ),
      ),
    readTicket: (number) => read(readDeskTicket, { params: { number } }, readTicketAgain),
    send: ({ kind, number, key, body }, keepalive = false) =>
      call<unknown>(kind === 'reply' ? replyToTicket : addDeskNote, { params: { number }, key, body, keepalive }),
    change: (id, { kind, body }) => call(CHANGES[kind], { params: { number: id, delivery: id }, json: body }),
    closeTickets: (request, key) => call(closeTickets, { json: request, key }),
    undoClosing: (closing) => call(undoClosing, { params: { closing: `${closing}` }, json: {} }),
    readPresence: () => call(partOf(readPresence, ({ here }) => here)),
    tellPresence: (number, here) => call(tellPresence, { params: { number }, json: here, keepalive: !here.isHere }),
    putPart: (number, part) =>
      putPart(part, ({ params, ...options }) => call(putDeskUpload, { ...options, params: { ...params, number } })),
    readAttachment: (id) => read(getDeskAttachment, { params: { id } }, (response) => response.blob()),
  };
}

/** The path from which a file of a ticket is downloaded. */
export function attachmentPath(id: string): string {
  return addressOf(getDeskAttachment.path, { params: { id } });
}

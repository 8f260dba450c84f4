import { answerDeskTicket } from '../../src/contract/desk/answer-ticket.ts';
import type { AnswerTicketRequest } from '../../src/contract/desk/answer-ticket-request.ts';
import {
  addDeskNote,
  assignDeskTicket,
  mergeDeskTicket,
  moveDeskTicket,
  placeDeskTicket,
  seeDeskTicket,
  snoozeDeskTicket,
  tellPresence,
} from '../../src/contract/desk/change-ticket.ts';
import { getDeskAttachment } from '../../src/contract/desk/get-attachment.ts';
import { listDeskAgents } from '../../src/contract/desk/list-agents.ts';
import { type DeskMacro, listDeskMacros } from '../../src/contract/desk/list-macros.ts';
import { type DeskTicketList, listDeskTickets } from '../../src/contract/desk/list-tickets.ts';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import { type Queue, readQueue } from '../../src/contract/desk/read-queue.ts';
import { type DeskTicket, readDeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { type Found, searchDesk } from '../../src/contract/desk/search.ts';
import { type SignedIn, signIn } from '../../src/contract/sign-in.ts';
import { signOut } from '../../src/contract/sign-out.ts';
import { signOutEverywhere } from '../../src/contract/sign-out-everywhere.ts';
import { whoAmI } from '../../src/contract/who-am-i.ts';
import type { Answer, Ask } from './ask.ts';
import { readAnswer } from './read-answer.ts';

/** Filters of the lists, as their query has them; what is not set is not filtered by. */
export type Filters = Partial<Record<'assignee' | 'channel' | 'topic' | 'status' | 'shop', string>>;

/** A small change of a ticket: the endpoint and what it is told. */
export type Change =
  | { kind: 'note'; body: { text: string } }
  | { kind: 'status'; body: { status: string; seenMessages: number } }
  | { kind: 'assignee'; body: { assignee: string | null; from: string | null } }
  | { kind: 'place'; body: { isOutage: boolean } }
  | { kind: 'merge'; body: { into: string } }
  | { kind: 'snooze'; body: { until: string | null } }
  | { kind: 'seen'; body: { messages: number } };

const CHANGES: Record<Change['kind'], { method: string; path: string }> = {
  note: addDeskNote,
  status: moveDeskTicket,
  assignee: assignDeskTicket,
  place: placeDeskTicket,
  snooze: snoozeDeskTicket,
  merge: mergeDeskTicket,
  seen: seeDeskTicket,
};

/** The desk's API as the page sees it. */
export interface DeskClient {
  whoAmI: () => Promise<Answer<SignedIn>>;
  signIn: (email: string, password: string) => Promise<Answer<SignedIn>>;
  signOut: (everywhere: boolean) => Promise<Answer<null>>;
  readQueue: (filters: Filters, cursor?: string) => Promise<Answer<Queue>>;
  listTickets: (filters: Filters, cursor?: string) => Promise<Answer<DeskTicketList>>;
  search: (question: string) => Promise<Answer<Found>>;
  listAgents: () => Promise<Answer<AgentName[]>>;
  listMacros: () => Promise<Answer<DeskMacro[]>>;
  readTicket: (number: string) => Promise<Answer<DeskTicket>>;
  answer: (number: string, key: string, answer: AnswerTicketRequest) => Promise<Answer<null>>;
  change: (number: string, change: Change) => Promise<Answer<null>>;
  tellPresence: (number: string, here: { isHere: boolean; isWriting: boolean }) => Promise<Answer<null>>;
  readAttachment: (id: string) => Promise<Answer<Blob>>;
}

const nothing = async (): Promise<null> => null;

/** What the desk may ask, over HTTP. Answers are read by the contract: fields it does not know are left aside. */
export function createDeskClient(ask: Ask): DeskClient {
  return {
    whoAmI: () => ask(endpoint(whoAmI), readAnswer(whoAmI)),
    signIn: (email, password) => ask({ ...endpoint(signIn), body: { email, password } }, readAnswer(signIn)),
    signOut: (everywhere) => ask(endpoint(everywhere ? signOutEverywhere : signOut), nothing),
    readQueue: (filters, cursor) => ask(endpoint(readQueue, '', query(filters, cursor)), readAnswer(readQueue)),
    listTickets: (filters, cursor) =>
      ask(endpoint(listDeskTickets, '', query(filters, cursor)), readAnswer(listDeskTickets)),
    search: (question) =>
      ask(endpoint(searchDesk, '', `?${new URLSearchParams({ q: question })}`), readAnswer(searchDesk)),
    listAgents: () =>
      ask(endpoint(listDeskAgents), async (response) => (await readAnswer(listDeskAgents)(response)).agents),
    listMacros: () =>
      ask(endpoint(listDeskMacros), async (response) => (await readAnswer(listDeskMacros)(response)).macros),
    readTicket: (number) => ask(endpoint(readDeskTicket, number), readAnswer(readDeskTicket)),
    answer: (number, key, answer) => ask({ ...endpoint(answerDeskTicket, number), key, body: answer }, nothing),
    change: (number, { kind, body }) => ask({ ...endpoint(CHANGES[kind], number), body }, nothing),
    tellPresence: (number, here) =>
      ask({ ...endpoint(tellPresence, number), body: here, keepalive: !here.isHere }, nothing),
    readAttachment: (id) => ask({ method: 'GET', path: attachmentPath(id) }, (response) => response.blob()),
  };
}

/** Where a file of a ticket is downloaded from. */
export function attachmentPath(id: string): string {
  return getDeskAttachment.path.replace(':id', encodeURIComponent(id));
}

function endpoint({ method, path }: { method: string; path: string }, number = '', search = '') {
  return { method, path: path.replace(':number', encodeURIComponent(number)) + search };
}

function query(filters: Filters, cursor: string | undefined): string {
  const search = new URLSearchParams({ ...filters, ...(cursor !== undefined && { cursor }) }).toString();
  return search && `?${search}`;
}

import type { TicketStatus } from '../../src/contract/lists.ts';

/** A ticket as somebody with pencil and paper would keep it. Written apart from the policies it checks. */
export interface ModelTicket {
  number: string;
  token: string;
  /** numbers and tokens of tickets that were merged into it */
  merged: { number: string; token: string }[];
  /** what was sent and what came back, byte for byte, by idempotency key */
  answered: { key: string; path: string; body: unknown; bytes: string }[];
  status: TicketStatus;
  /** epoch milliseconds of the customer's first word without an answer */
  waitingSince: number | null;
  /** whether a reply to what the customer wrote is promised: not to what began after the end of support */
  isPromised: boolean;
  closedAt: number | null;
  changedAt: number;
  messages: { from: 'customer' | 'agent'; text: string; files: string[] }[];
  seen: number;
}

export interface ModelUpload {
  id: string;
  token: string;
  content: Buffer;
  received: number;
  startedAt: number;
  claimed: boolean;
}

/** Everything that should be true of the service. */
export interface Model {
  /** epoch milliseconds */
  now: number;
  nextSequence: number;
  tickets: ModelTicket[];
  uploads: ModelUpload[];
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Bought on 14.09.2026 with six months: the last day is 14.03.2027, in Warsaw. */
export const END_OF_SUPPORT = Date.parse('2027-03-15T00:00:00+01:00');

/** A service just started: the first ticket will be number 100001 with its check digit. */
export function emptyModel(now: number): Model {
  return { now, nextSequence: 100_001, tickets: [], uploads: [] };
}

/** 72 hours after the first word without an answer, as the API writes it. */
export function promised({ waitingSince, isPromised }: ModelTicket): string | null {
  return waitingSince === null || !isPromised
    ? null
    : new Date(waitingSince + 72 * HOUR).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Whether the ticket's token still opens it. */
export function isReachable({ closedAt }: ModelTicket, { now }: Model): boolean {
  return closedAt === null || now < closedAt + 30 * DAY;
}

/** The customer asks for something: what begins anew is judged by the support of that moment. */
export function ask(ticket: ModelTicket, now: number): void {
  const isOver = ticket.status === 'solved' || ticket.status === 'closed';
  if (ticket.waitingSince === null && (isOver || !ticket.isPromised)) ticket.isPromised = now < END_OF_SUPPORT;
}

/** What is promised in a thread that another one was merged into: to whoever waits, otherwise as before. */
export function promisedTogether(survivor: ModelTicket, duplicate: ModelTicket): boolean {
  const waiting = [survivor, duplicate].filter(({ waitingSince }) => waitingSince !== null);
  if (survivor.isPromised && duplicate.isPromised) return true;
  return (waiting.length > 0 ? waiting : [survivor]).some(({ isPromised }) => isPromised);
}

/** Puts a ticket into a status, with all that follows from it. */
export function settle(ticket: ModelTicket, status: TicketStatus, waitingSince: number | null, now: number): void {
  ticket.status = status;
  ticket.waitingSince = waitingSince;
  ticket.closedAt = status === 'closed' ? now : null;
  ticket.changedAt = now;
}

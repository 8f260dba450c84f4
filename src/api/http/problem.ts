import type { Context } from 'hono';
import type { StopReason, TicketStatus } from '../../contract/lists.ts';
import { type FieldError, PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import type { ShopStatus } from '../../contract/shops/shop-status.ts';

/** Details of a refusal besides its code. They must not differ between two refusals that should look equal. */
export interface ProblemDetails {
  lastDay?: string;
  firstDay?: string;
  errors?: FieldError[];
  /** the current status of the ticket */
  ticketStatus?: TicketStatus;
  /** the current assignee of the ticket: for the desk only */
  assignee?: { id: string; name: string } | null;
  /** why nothing is mailed to an address: for the desk only */
  mail?: StopReason;
  /** the ticket that a letter is by now: for the desk only */
  ticket?: string;
  /** the shop that has an address: for the desk only */
  shop?: { id: number; name: string };
  /** with a ticket that is not taken now: the ways to us; the telephone where it may be an outage */
  contacts?: { email: string; phone: string | null };
  /** the same: when somebody answers the telephone */
  opening?: ShopStatus['opening'];
  /** the received bytes of the upload: the offset to continue at */
  received?: number;
}

/** Seconds after which a client may try again: once the store is free, who waits was served, unclaimed files have been deleted, or the scanner came round. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = {
  unavailable: 2,
  overloaded: 4,
  'quota-exceeded': 3600,
  'file-unscanned': 30,
};

/** An RFC 9457 response: the only place where a problem code becomes a response. */
export function problem(
  context: Context,
  code: ProblemCode,
  details: ProblemDetails = {},
  headers: Record<string, string> = {},
): Response {
  const { status } = PROBLEMS[code];
  const retryAfter = RETRY_AFTER_SECONDS[code];
  context.set('refusal', code);
  if (retryAfter && !headers['Retry-After']) context.header('Retry-After', String(retryAfter));
  return context.body(problemJson(code, details), status, { 'Content-Type': 'application/problem+json', ...headers });
}

/** The body of such a response, for requests that could not be parsed and have no context. */
export function problemJson(code: ProblemCode, details: ProblemDetails = {}): string {
  const { status, title } = PROBLEMS[code];
  return JSON.stringify({ type: 'about:blank', title, status, code, ...details });
}

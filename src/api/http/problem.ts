import type { Context } from 'hono';
import { type FieldError, PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import type { TicketStatus } from '../../contract/tickets/ticket-status.ts';

/** What a refusal may carry besides its code. Nothing in it may differ between two equal refusals. */
export interface ProblemDetails {
  lastDay?: string;
  errors?: FieldError[];
  /** where the ticket stands by now */
  ticketStatus?: TicketStatus;
  /** who has the ticket by now: the desk's own */
  assignee?: { id: string; name: string } | null;
  /** bytes of the upload that are here: where to go on */
  received?: number;
}

/** Seconds after which a client may try again: when the store was busy, and when files that nobody claimed are swept. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = { unavailable: 2, 'quota-exceeded': 3600 };

/** An RFC 9457 answer: the one place where a problem code becomes a response. */
export function problem(
  context: Context,
  code: ProblemCode,
  details: ProblemDetails = {},
  headers: Record<string, string> = {},
): Response {
  const { status } = PROBLEMS[code];
  const retryAfter = RETRY_AFTER_SECONDS[code];
  context.set('refusal', code);
  if (retryAfter) context.header('Retry-After', String(retryAfter));
  return context.body(problemJson(code, details), status, { 'Content-Type': 'application/problem+json', ...headers });
}

/** The body of such an answer, for where there is no context: requests that never became one. */
export function problemJson(code: ProblemCode, details: ProblemDetails = {}): string {
  const { status, title } = PROBLEMS[code];
  return JSON.stringify({ type: 'about:blank', title, status, code, ...details });
}

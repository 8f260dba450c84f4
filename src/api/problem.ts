import type { Context } from 'hono';
import { type FieldError, PROBLEMS, type ProblemCode } from '../contract/problem.ts';

/** What a refusal may carry besides its code. Nothing in it may differ between two equal refusals. */
export interface ProblemDetails {
  lastDay?: string;
  errors?: FieldError[];
}

/** Seconds after which a client may try again when the store was busy. */
const RETRY_AFTER_SECONDS = 2;

/** An RFC 9457 answer: the one place where a problem code becomes a response. */
export function problem(context: Context, code: ProblemCode, details: ProblemDetails = {}): Response {
  const { status, title } = PROBLEMS[code];
  if (code === 'unavailable') context.header('Retry-After', String(RETRY_AFTER_SECONDS));
  return context.body(JSON.stringify({ type: 'about:blank', title, status, code, ...details }), status, {
    'Content-Type': 'application/problem+json',
  });
}

import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldError, ProblemCode } from '../../contract/problem.ts';
import type { Done } from '../../tickets/idempotently.ts';
import { type ProblemDetails, problem } from './problem.ts';

/** The outcome of a use case that runs once per idempotency key. */
type Outcome = Done | ({ outcome: 'refused'; code: ProblemCode; errors?: FieldError[] } & ProblemDetails);

/** The stored response, byte for byte, or the refusal with its details. */
export function answerDone(
  context: Context,
  outcome: Outcome,
  status: ContentfulStatusCode,
  headers: (done: Done) => Record<string, string> = () => ({}),
): Response {
  if (outcome.outcome === 'refused') {
    const { outcome: _, code, ...details } = outcome;
    return problem(context, code, details);
  }
  return context.body(outcome.body, status, { 'Content-Type': 'application/json', ...headers(outcome) });
}

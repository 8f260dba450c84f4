import type { Context } from 'hono';
import { QueueFilters } from '../../contract/desk/read-queue.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { problem } from '../http/problem.ts';

/** The filters in the query, or the response that names the invalid one. */
export function readFilters(context: Context): { ok: true; filters: QueueFilters } | { ok: false; refusal: Response } {
  const read = QueueFilters.safeParse(context.req.query(), { reportInput: true });
  if (read.success) return { ok: true, filters: read.data };
  return { ok: false, refusal: problem(context, 'invalid-request', { errors: fieldErrors(read.error) }) };
}

/** The response to an invalid cursor. */
export function refuseCursor(context: Context): Response {
  return problem(context, 'invalid-request', { errors: [{ path: 'cursor', code: 'wrong-format' }] });
}

import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { fieldErrors } from '../http/field-errors.ts';
import { problem } from '../http/problem.ts';

/** The filters in the query, as a schema of the contract reads them, or the response that names the invalid one. */
export function readFilters<Filters>(
  context: Context,
  schema: z.ZodMiniType<Filters>,
): { ok: true; filters: Filters } | { ok: false; refusal: Response } {
  const read = schema.safeParse(context.req.query(), { reportInput: true });
  if (read.success) return { ok: true, filters: read.data };
  return { ok: false, refusal: problem(context, 'invalid-request', { errors: fieldErrors(read.error) }) };
}

/** The response to an invalid cursor. */
export function refuseCursor(context: Context): Response {
  return problem(context, 'invalid-request', { errors: [{ path: 'cursor', code: 'wrong-format' }] });
}

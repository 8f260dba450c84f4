import { ListAuditQuery } from '../../contract/desk/audit.ts';
import { listAudit } from '../../events/list-audit.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { problem } from '../http/problem.ts';
import { asAdmin } from './as-agent.ts';

/** `GET /api/desk/audit` */
export const answerListAudit = asAdmin(async (context, { store }) => {
  const read = ListAuditQuery.safeParse(context.req.query(), { reportInput: true });
  if (!read.success) return problem(context, 'invalid-request', { errors: fieldErrors(read.error) });
  const { cursor, ...asked } = read.data;
  return context.json(await listAudit(store, asked, cursor === undefined ? null : Number(cursor)));
});

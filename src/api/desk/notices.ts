import type { Context } from 'hono';
import { AddNoticeRequest, LinkTicketRequest, SolveNoticeRequest } from '../../contract/desk/notices-request.ts';
import { addNoticeOnce } from '../../incidents/add-notice-once.ts';
import { endDeskNotice } from '../../incidents/end-desk-notice.ts';
import { linkTicket } from '../../incidents/link-ticket.ts';
import { listDeskNotices, readNoticeCursor } from '../../incidents/list-notices.ts';
import { readDeskNotice } from '../../incidents/read-notice.ts';
import { solveProblem } from '../../incidents/solve-problem.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readIdempotencyKey } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';
import { change } from './change-ticket.ts';
import { refuseCursor } from './read-filters.ts';

/** The notice that the address names. */
function noticeId(context: Context): number {
  return Number(pathParameter(context, 'notice'));
}

/** `GET /api/desk/notices` */
export const answerListNotices = asAgent(async (context, { store, now }) => {
  const cursor = context.req.query('cursor');
  const before = cursor === undefined ? null : readNoticeCursor(cursor);
  if (cursor !== undefined && !before) return refuseCursor(context);
  return context.json(await listDeskNotices(store, now(), before));
});

/** `GET /api/desk/notices/:notice` */
export const answerReadNotice = asAgent(async (context, { store }) => {
  const cursor = context.req.query('cursor');
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) return refuseCursor(context);
  const notice = await readDeskNotice(store, noticeId(context), cursor === undefined ? null : Number(cursor));
  return notice ? context.json(notice) : problem(context, 'not-found');
});

/** `POST /api/desk/notices` */
export const answerAddNotice = asAgent(async (context, { store, now }, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddNoticeRequest);
  if (!read.ok) return read.refusal;
  const added = await addNoticeOnce(store, key, read.request, agent.id, now());
  switch (added.outcome) {
    case 'unfit': {
      const path = added.field === 'versions' ? 'toVersion' : added.field;
      return problem(context, 'invalid-request', { errors: [{ path, code: 'not-allowed' }] });
    }
    case 'key-reused':
      return problem(context, 'idempotency-key-reused');
    default:
      return context.json({ id: added.id }, 201);
  }
});

/** `POST /api/desk/notices/:notice/end` */
export const answerEndNotice = asAgent(async (context, deps, agent) => {
  const isThere = await endDeskNotice(deps, noticeId(context), agent.id);
  return isThere ? context.body(null, 204) : problem(context, 'not-found');
});

/** `POST /api/desk/notices/:notice/solution` */
export const answerSolveNotice = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, SolveNoticeRequest);
  if (!read.ok) return read.refusal;
  const id = noticeId(context);
  const solved = await solveProblem(deps, id, read.request.text, agent, key);
  switch (solved.outcome) {
    case 'not-found':
      return problem(context, 'not-found');
    case 'not-allowed':
      return problem(context, 'conflict');
    case 'key-reused':
      return problem(context, 'idempotency-key-reused');
    default:
      deps.solutions.start();
      return context.json({ id }, 202);
  }
});

/** `POST /api/desk/tickets/:number/problem` */
export const answerLinkTicket = change(LinkTicketRequest, linkTicket);

import type { Agent } from '../identity/agent.ts';
import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { findNotice, updateNotice } from '../store/notices.ts';
import type { StoreAndClock } from '../store/open.ts';
import { isOpenProblem } from './is-open-incident.ts';
import { type DoneToNotice, idempotentlyForIncident } from './once-for-notice.ts';

/** Why an incident was not solved: there is none, it is solved already, or it is news of a version. */
export type NotSolved = { outcome: 'not-found' } | { outcome: 'not-allowed' };

/**
 * Solves an incident, once per idempotency key: from now on no panel shows it, no ticket is linked to it, and its reply
 * is fixed. `completeSolutions` answers the linked tickets afterwards.
 */
export async function solveProblem(
  { store, now }: StoreAndClock,
  id: number,
  text: string,
  agent: Agent,
  key: string,
): Promise<DoneToNotice | NotSolved> {
  const at = now();
  return idempotentlyForIncident<NotSolved>(store, key, [agent.id, id, text], at, async (transaction) => {
    await lock(transaction, `notice:${id}`);
    const notice = await findNotice(transaction, id);
    if (!notice) return { outcome: 'not-found' };
    if (!isOpenProblem(notice)) return { outcome: 'not-allowed' };
    const solvedAt = toInstantText(at);
    const until = notice.until !== null && notice.until <= solvedAt ? notice.until : solvedAt;
    await updateNotice(transaction, id, { until, solved_at: solvedAt, solved_by: agent.id, solution: text });
    const details = { notice: id };
    await insertAudit(transaction, { at: solvedAt, actor: agent.id, action: 'notice.solved', noticeId: id, details });
    return { outcome: 'done', id };
  });
}

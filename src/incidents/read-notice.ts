import type { NoticeDetail } from '../contract/desk/notices.ts';
import { findAgentById } from '../store/agents.ts';
import { auditOfNotice } from '../store/audit.ts';
import { toPublicInstant } from '../store/instants.ts';
import { countByMark, type LinkedCount, linkedTickets } from '../store/linked-tickets.ts';
import { findNotice } from '../store/notices.ts';
import type { Store } from '../store/open.ts';
import { queuedTickets } from '../store/queue.ts';
import { toQueueRow } from '../tickets/desk/to-queue-row.ts';
import { toDeskNotice } from './to-desk-notice.ts';

const PAGE = 50;

/**
 * A notice with its linked tickets; null when there is none.
 * @param before the sequence of the last ticket of the page before; null for the first page
 */
export async function readDeskNotice(db: Store, id: number, before: number | null): Promise<NoticeDetail | null> {
  const notice = await findNotice(db, id);
  if (!notice) return null;
  const counts = toCounts(await countByMark(db, id));
  const agent = notice.solved_by === null ? null : await findAgentById(db, notice.solved_by);
  const by = agent && { id: agent.id, name: agent.name };
  const found = await linkedTickets(db, id, before, PAGE + 1);
  const page = found.slice(0, PAGE);
  const lines = await queuedTickets(
    db,
    page.map(({ number }) => number),
  );
  return {
    notice: toDeskNotice(notice, counts.linked),
    solution: notice.solution === null ? null : { text: notice.solution, by },
    counts,
    history: (await auditOfNotice(db, id)).map(({ at, actor, action }) => ({
      at: toPublicInstant(Temporal.Instant.from(at)),
      actor,
      action,
    })),
    tickets: lines.toSorted((one, other) => other.sequence - one.sequence).map(toQueueRow),
    next: found.length > PAGE ? String(page.at(-1)?.sequence) : null,
  };
}

function toCounts(counted: readonly LinkedCount[]): NoticeDetail['counts'] {
  const sum = (fits: (one: LinkedCount) => boolean) =>
    counted.filter(fits).reduce((total, { count }) => total + count, 0);
  return {
    linked: sum(() => true),
    waiting: sum(({ mark, isOver }) => mark === null && !isOver),
    over: sum(({ mark, isOver }) => mark === 'passed' || (mark === null && isOver)),
    answered: sum(({ mark }) => mark === 'answered'),
    kept: sum(({ mark }) => mark === 'kept'),
  };
}

import { seenAfterMerge } from '../policy/merge.ts';
import type { TicketRow } from '../store/tickets.ts';

type Link = Pick<TicketRow, 'notice_id' | 'linked_at' | 'solution_mark'>;

/** The columns of a ticket that is linked to no incident. */
export const UNLINKED: Link = { notice_id: null, linked_at: null, solution_mark: null };

/**
 * The link of a thread after another one was merged into it: to the incident of either, its own first. Messages of the
 * thread that was not linked were not about the incident, so they count as seen only if an agent has seen them.
 */
export function linkAfterMerge(survivor: TicketRow, duplicate: TicketRow): Link {
  const { notice_id, solution_mark, message_count: messages } = survivor;
  if (duplicate.notice_id === null || (notice_id !== null && notice_id !== duplicate.notice_id)) {
    return { notice_id, solution_mark, linked_at: survivor.linked_at };
  }
  const seen = notice_id === null ? survivor.agent_seen : (survivor.linked_at ?? 0);
  return {
    notice_id: duplicate.notice_id,
    linked_at: seenAfterMerge({ messages, seen }, { seen: duplicate.linked_at ?? 0 }),
    solution_mark: notice_id === null ? duplicate.solution_mark : solution_mark,
  };
}

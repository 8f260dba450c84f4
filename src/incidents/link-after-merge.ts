import { seenAfterMerge } from '../policy/merge.ts';
import type { TicketRow } from '../store/tickets.ts';

type Link = Pick<TicketRow, 'notice_id' | 'linked_at' | 'solution_mark'>;

/** What a ticket holds that is linked to no problem. */
export const UNLINKED: Link = { notice_id: null, linked_at: null, solution_mark: null };

/**
 * What a thread is linked to once another one has become part of it: the problem of either, its own first. Words of the thread that
 * was not linked were not about the problem, so they count as seen only if one of ours has seen them.
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

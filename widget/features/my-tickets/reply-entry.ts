import { type OutboxEntry, toOutboxEntry } from '../../../browser/outbox-entry.ts';
import { randomId } from '../../../browser/random-id.ts';
import type { CustomerStatus } from '../../../src/contract/lists.ts';
import { type Draft, EMPTY_DRAFT } from '../../outbox/draft.ts';

/** A message or a change of status being sent. */
export interface ReplyEntry extends OutboxEntry<Draft> {
  kind: 'message' | 'status';
  /** number of the ticket */
  thread: string;
  /**
   * The panel it was written in. Not called `directory`: pages of an earlier build take an entry with that field for a
   * ticket.
   */
  panelPath: string;
}

/** The ticket and the panel of a reply. */
type Place = Pick<ReplyEntry, 'thread' | 'panelPath'>;

/** Freezes a reply; its files get their upload ids. @param isSolved the ticket is solved with it */
export function toMessageEntry(draft: Draft, place: Place, now: number, isSolved = false): ReplyEntry {
  const request = {
    text: draft.description,
    ...(draft.files[0] && { attachments: draft.files.map(() => randomId(16)) }),
    ...(isSolved && { status: 'solved' }),
  };
  return { ...toOutboxEntry(request, draft, now), kind: 'message', ...place };
}

/** Freezes a change of status without a word. */
export function toStatusEntry(status: CustomerStatus, place: Place, now: number): ReplyEntry {
  return { ...toOutboxEntry({ status }, EMPTY_DRAFT, now), kind: 'status', ...place };
}

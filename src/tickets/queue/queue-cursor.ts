import { QueueCursorParts } from '../../contract/desk/read-queue.ts';
import type { Section } from '../../contract/lists.ts';
import type { QueuePlaceKey } from '../../store/queue.ts';

/** The end of a page of the queue. It carries the instant for which the order was made, so that pages fit together. */
export interface QueueCursor {
  section: Section;
  at: Temporal.Instant;
  after: QueuePlaceKey;
}

/** Encodes a cursor as an opaque text. */
export function writeCursor({ section, at, after }: QueueCursor): string {
  const parts = [
    section,
    at.toString({ smallestUnit: 'millisecond' }),
    after.queue_unproven,
    after.waiting_since,
    after.queue_due_at,
    after.queue_channel_rank,
    after.queue_return_at,
    after.sequence,
  ];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Decodes a cursor; null for an invalid one. */
export function readCursor(text: string): QueueCursor | null {
  try {
    const parts = QueueCursorParts.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    const [section, at, queue_unproven, waiting_since, queue_due_at, queue_channel_rank, queue_return_at, sequence] =
      parts;
    return {
      section,
      at: Temporal.Instant.from(at),
      after: { queue_unproven, waiting_since, queue_due_at, queue_channel_rank, queue_return_at, sequence },
    };
  } catch {
    return null;
  }
}

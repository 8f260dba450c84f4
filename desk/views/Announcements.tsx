import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import { words } from '../words/words.ts';

/**
 * What a screen reader says by itself, one thing at a time: tickets that came, and what was sent. Of the same words twice the
 * second would not be said, so they differ by a space.
 */
export function Announcements({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const arrived = model.lists.arrived.value;
  const sent = model.sent.value;
  return (
    <div class="unseen">
      <p role="status">{arrived.length > 0 && w.arrived(arrived.map(({ subject }) => subject))}</p>
      <p role="status">
        {sent &&
          `${sent.kind === 'reply' ? w.sentReply : w.sentNote}: ${sent.number}${'\u00a0'.repeat(sent.count % 2)}`}
      </p>
    </div>
  );
}

import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import { HOLD_MS } from '../models/hold.ts';
import { words } from '../words/words.ts';
import { alarmWords } from './alarm-words.ts';

/**
 * Announcements for screen readers, one at a time: new alarms, new tickets, and what was sent. A repeated text would not be read
 * out, so a space makes it differ.
 */
export function Announcements({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const arrived = model.lists.arrived.value;
  const sent = model.sent.value;
  const held = model.hold.waiting.value.at(-1);
  const [alarm, ...alarms] = model.alarms.arrived.value;
  return (
    <div class="unseen">
      <p role="status">
        {alarm && (alarms.length === 0 ? w.alarmTold(alarmWords(alarm)) : w.alarmCount(alarms.length + 1))}
      </p>
      <p role="status">{arrived.length > 0 && w.arrived(arrived.map(({ subject }) => subject))}</p>
      <p role="status">{model.given.value && w.givenToMe(model.given.value)}</p>
      <p role="status">{held && w.goingTold(held.number, HOLD_MS / 1000)}</p>
      <p role="status">
        {sent &&
          `${sent.kind === 'reply' ? w.sentReply : w.sentNote}: ${sent.number}${'\u00a0'.repeat(sent.count % 2)}`}
      </p>
    </div>
  );
}

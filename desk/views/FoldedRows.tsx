import type { JSX } from 'preact';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { momentInShort } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { isUnread, RowDot } from './RowDot.tsx';
import { Sign } from './signs.tsx';
import { TicketRow } from './TicketRow.tsx';

interface Props {
  /** the newest of them */
  ticket: QueueRow;
  count: number;
  model: DeskModel;
}

/** The row of a shop's unproven outages: a button with the newest of them, which opens into a row of each. */
export function FoldedRows({ ticket, count, model }: Props): JSX.Element {
  const w = words.value;
  const { shop, subject, number, receivedAt } = ticket;
  const tickets = model.lists.unfolded.value.get(shop.id);
  return (
    <li class="fold" data-number={tickets ? undefined : number}>
      <button
        type="button"
        id={tickets ? undefined : FOCUS_TARGETS.row(number)}
        class={isUnread(ticket) ? 'fold-button unread' : 'fold-button'}
        aria-expanded={tickets !== undefined}
        onClick={() => model.lists.toggleFold(shop.id)}
      >
        <Sign of="right" />
        <RowDot ticket={ticket} />
        <strong>{w.furtherUnproven(count)}</strong>
        <span class="fold-newest" title={`${shop.name}: ${subject}`}>
          {shop.name}: {subject}
        </span>
        <span>{momentInShort(receivedAt, model.now.value, w.locale)}</span>
      </button>
      {tickets && (
        <ul>
          {tickets.map((one) => (
            <TicketRow key={one.number} ticket={one} model={model} />
          ))}
        </ul>
      )}
    </li>
  );
}

import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { channelIcon, Icon } from './icons.tsx';
import { ProofText } from './ProofNotice.tsx';
import { TimeLeftText } from './TimeLeftText.tsx';

interface Props {
  ticket: QueueRow;
  model: DeskModel;
  /** in the list of all tickets the status is shown */
  isAll: boolean;
}

/** A ticket as a row of the list: a link, so that it can be opened in a new tab. */
export function TicketRow({ ticket, model, isAll }: Props): JSX.Element {
  const w = words.value;
  const { number, subject, shop, channel, assignee, unseen, status } = ticket;
  const isOpen = model.router.route.value.number === number;
  const isChosen = model.choice.numbers.value.includes(number);
  const isMine = assignee?.id === model.me.value.id;
  return (
    <li class="choosable" data-number={number}>
      <input
        type="checkbox"
        class="row-check"
        aria-label={w.choose(number)}
        checked={isChosen}
        onClick={(event) => {
          if (event.shiftKey) model.choice.chooseTo(number);
          else model.choice.toggle(number);
        }}
      />
      <a
        id={FOCUS_TARGETS.row(number)}
        href={routeAddress({ number })}
        aria-current={isOpen || undefined}
        class={unseen > 0 ? 'ticket-row unseen-row' : 'ticket-row'}
      >
        <span class="row-subject">{subject}</span>
        <span class="row-time">
          <TimeLeftText ticket={ticket} now={model.now.value} />
        </span>
        <span class="row-facts">
          {unseen > 0 && <span class="pill fresh">{w.unseenMessages(unseen)}</span>}
          <span class="row-shop">{shop.name}</span>
          <span class="with-icon">
            <Icon of={channelIcon(channel)} />
            {label(w.channels, channel)}
          </span>
          <ProofText proof={ticket.proof} />
          {isAll && <span>{label(w.statuses, status)}</span>}
          {ticket.fromOtherShop && <span class="pill">{w.fromOtherShop}</span>}
          {!ticket.covered && <span class="pill">{w.outside}</span>}
          {assignee && (
            <span class={isMine ? 'row-assignee mine with-icon' : 'row-assignee with-icon'}>
              <Icon of="person" />
              {assignee.name}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

import { useComputed } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { isUnread, RowDot } from './RowDot.tsx';
import { RowPeople } from './RowPeople.tsx';
import { ScopeSign } from './ScopeSign.tsx';
import { SaidSign } from './signs.tsx';
import { TimeLeftText } from './TimeLeftText.tsx';

interface Props {
  ticket: QueueRow;
  model: DeskModel;
  /** marks in subject and shop what a search found there */
  mark?: (text: string) => ComponentChildren;
  /** a third line */
  below?: ComponentChildren;
}

const asItIs = (text: string) => text;

/**
 * A ticket as a row of two lines: the subject, alone but for who is in it; then number, fact or topic, shop, signs and
 * time, of which only the shop gives way. It is a link, so that it can be opened in a new tab.
 */
export function TicketRow({ ticket, model, mark = asItIs, below }: Props): JSX.Element {
  const w = words.value;
  const { number, subject } = ticket;
  // Computed, so that a row is drawn again when it changes itself, not whenever any ticket is opened or chosen.
  const isOpen = useComputed(() => model.router.route.value.number === number).value;
  const isChosen = useComputed(() => model.choice.numbers.value.includes(number)).value;
  return (
    <li class={isChosen ? 'choosable picked' : 'choosable'} data-number={number}>
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
        onMouseEnter={() => model.readAhead(number)}
        href={routeAddress({ number })}
        aria-current={isOpen || undefined}
        class={isUnread(ticket) ? 'ticket-row unread' : 'ticket-row'}
      >
        <RowDot ticket={ticket} />
        <span class="row-first">
          <span class="row-subject" title={subject}>
            {mark(subject)}
          </span>
          <RowPeople ticket={ticket} model={model} />
        </span>
        <RowFacts ticket={ticket} now={model.now.value} mark={mark} />
        {below}
      </a>
    </li>
  );
}

/** The second line. */
function RowFacts({ ticket, now, mark }: Required<Pick<Props, 'ticket' | 'mark'>> & { now: number }): JSX.Element {
  const w = words.value;
  const { number, isOutage, facts, topic, shop, hasFiles, proof, fromOtherShop } = ticket;
  const [fact] = isOutage ? facts : [];
  return (
    <span class="row-facts">
      <span class="row-number">{number}</span>
      {fact === undefined ? (
        <span>{label(w.topics, topic)}</span>
      ) : (
        <span class="row-fact" title={facts.map((one) => label(w.facts, one)).join(', ')}>
          {label(w.factsShort, fact)}
        </span>
      )}
      <span class="row-shop" title={shop.name}>
        {mark(shop.name)}
      </span>
      {ticket.isThanks && <span>{w.thanks.row}</span>}
      <ScopeSign {...ticket} />
      {hasFiles && <SaidSign of="clip" says={w.withFiles} />}
      {fromOtherShop ? (
        <SaidSign of="unproven" says={w.fromOtherShop} />
      ) : (
        (proof === 'unverified' || proof === 'panel') && <SaidSign of="unproven" says={w.unprovenSender} />
      )}
      <TimeLeftText ticket={ticket} now={now} />
    </span>
  );
}

import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { routeAddress } from '../../models/router.ts';
import { momentInShort } from '../../words/moments.ts';
import { words } from '../../words/words.ts';

interface Props {
  tickets: DeskShop['tickets'];
  now: number;
  /** shows all of them in the list */
  showAll: () => void;
}

/** The last tickets of the shop, and a way to all of them. */
export function TicketsPanel({ tickets, now, showAll }: Props): JSX.Element {
  const w = words.value.shops;
  return (
    <section class="panel" aria-labelledby="shop-tickets">
      <h4 id="shop-tickets">{w.tickets}</h4>
      {tickets.length === 0 && <p class="muted">{w.noTickets}</p>}
      <ul class="shop-tickets">
        {tickets.map(({ number, subject, status, receivedAt }) => (
          <li key={number}>
            <a href={routeAddress({ number })} dir="auto">
              {subject}
            </a>
            <span class="muted">
              {number} · {label(words.value.statuses, status)} · {momentInShort(receivedAt, now, words.value.locale)}
            </span>
          </li>
        ))}
      </ul>
      {tickets.length > 0 && (
        <button type="button" class="start" onClick={showAll}>
          {w.itsTickets}
        </button>
      )}
    </section>
  );
}

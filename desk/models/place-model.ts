import { createModel, signal } from '@preact/signals';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { PAGE_NAMES, type PageName } from '../pages/page-names.ts';

/** Where the agent is: at the tickets, where one may be open, or on another page. */
export interface Place {
  /** null is the tickets */
  page: PageName | null;
  /** what the page shows of many, such as one shop */
  id: string | null;
  /** the open ticket; null also on every other page */
  number: string | null;
  /** on a phone, whether the ticket's thread or its shop is shown */
  pane: 'thread' | 'shop';
}

const TICKETS: Place = { page: null, id: null, number: null, pane: 'thread' };

/** Reads `#1000015`, `#1000015/shop`, `#/shops` or `#/shops/12`; whatever is none of these is the list of tickets. */
export function readPlace(hash: string): Place {
  const [first = '', second = '', third = ''] = hash.replace(/^#/, '').split('/');
  if (isTicketNumber(first)) return { ...TICKETS, number: first, pane: second === 'shop' ? 'shop' : 'thread' };
  const page = first === '' ? PAGE_NAMES.find((name) => name === second) : undefined;
  return page ? { ...TICKETS, page, id: third === '' ? null : third } : TICKETS;
}

/** The address that a place has, to link to. */
export function placeAddress({ page = null, id = null, number = null, pane = 'thread' }: Partial<Place>): string {
  if (page !== null) return id === null ? `#/${page}` : `#/${page}/${id}`;
  if (number === null) return '#';
  return pane === 'shop' ? `#${number}/shop` : `#${number}`;
}

/** The place, kept in the address: links open tickets and pages, and the browser's own way back works. */
export const PlaceModel = createModel(() => {
  const place = signal(readPlace(location.hash));
  /** an address that leads nowhere, such as a link with a digit too few */
  const isUnknown = signal(false);
  function look(): void {
    place.value = readPlace(location.hash);
    isUnknown.value = place.peek() === TICKETS && location.hash.length > 1;
  }
  addEventListener('hashchange', look);
  look();
  return {
    place,
    isUnknown,
    open(number: string) {
      location.hash = placeAddress({ number });
    },
    /** Goes to a page, or to one thing on it. */
    visit(page: PageName, id: string | null = null) {
      location.hash = placeAddress({ page, id });
    },
    /** The ticket has another address than the one it was opened by: no step back leads to that. */
    correct(number: string) {
      history.replaceState(null, '', placeAddress({ ...place.peek(), number }));
      place.value = readPlace(location.hash);
    },
    close() {
      location.hash = '';
    },
  };
});

export type PlaceModel = InstanceType<typeof PlaceModel>;

import { createModel, signal } from '@preact/signals';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { PAGE_NAMES, type PageName } from '../pages/page-names.ts';

/** The route: the tickets, where one may be open, or another page. */
export interface Place {
  /** null for the tickets */
  page: PageName | null;
  /** the id of the thing on the page, such as a shop */
  id: string | null;
  /** the open ticket; null also on every other page */
  number: string | null;
  /** on a phone: the ticket's thread or its shop */
  pane: 'thread' | 'shop';
}

const TICKETS: Place = { page: null, id: null, number: null, pane: 'thread' };

/** Parses `#1000015`, `#1000015/shop`, `#/shops` or `#/shops/12`; anything else is the list of tickets. */
export function readPlace(hash: string): Place {
  const [first = '', second = '', third = ''] = hash.replace(/^#/, '').split('/');
  if (isTicketNumber(first)) return { ...TICKETS, number: first, pane: second === 'shop' ? 'shop' : 'thread' };
  const page = first === '' ? PAGE_NAMES.find((name) => name === second) : undefined;
  return page ? { ...TICKETS, page, id: third === '' ? null : third } : TICKETS;
}

/** The address of a route, for links. */
export function placeAddress({ page = null, id = null, number = null, pane = 'thread' }: Partial<Place>): string {
  if (page !== null) return id === null ? `#/${page}` : `#/${page}/${id}`;
  if (number === null) return '#';
  return pane === 'shop' ? `#${number}/shop` : `#${number}`;
}

/** The route, kept in the address: links open tickets and pages, and the browser's back button works. */
export const PlaceModel = createModel(() => {
  const place = signal(readPlace(location.hash));
  /** an invalid address, such as a link with a digit too few */
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
    /** Replaces the address of a ticket that was opened by another number, without a step in the history. */
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

import { createModel, signal } from '@preact/signals';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { PAGE_NAMES, type PageName } from '../pages/page-names.ts';

/** The route: the tickets, where one may be open, or another page. */
export interface Route {
  /** null for the tickets */
  page: PageName | null;
  /** the id of the thing on the page, such as a shop */
  id: string | null;
  /** the open ticket; null also on every other page */
  number: string | null;
  /** on a phone: the ticket's thread or its shop */
  pane: 'thread' | 'shop';
}

const TICKETS: Route = { page: null, id: null, number: null, pane: 'thread' };

/** Parses `#1000015`, `#1000015/shop`, `#/shops` or `#/shops/12`; anything else is the list of tickets. */
export function readRoute(hash: string): Route {
  const [first = '', second = '', third = ''] = hash.replace(/^#/, '').split('/');
  if (isTicketNumber(first)) return { ...TICKETS, number: first, pane: second === 'shop' ? 'shop' : 'thread' };
  // `problems` is what bookmarks called the page of incidents.
  const name = second === 'problems' ? 'incidents' : second;
  const page = first === '' ? PAGE_NAMES.find((known) => known === name) : undefined;
  return page ? { ...TICKETS, page, id: third === '' ? null : third } : TICKETS;
}

/** The address of a route, for links. */
export function routeAddress({ page = null, id = null, number = null, pane = 'thread' }: Partial<Route>): string {
  if (page !== null) return id === null ? `#/${page}` : `#/${page}/${id}`;
  if (number === null) return '#';
  return pane === 'shop' ? `#${number}/shop` : `#${number}`;
}

/** The route, kept in the address: links open tickets and pages, and the browser's back button works. */
export const Router = createModel(() => {
  const route = signal(readRoute(location.hash));
  /** an invalid address, such as a link with a digit too few */
  const isUnknown = signal(false);
  /** the ticket that was open when a page was gone to; null for none */
  const left = signal<string | null>(null);
  function readAddress(): void {
    const { page, number } = route.peek();
    if (page === null) left.value = number;
    route.value = readRoute(location.hash);
    isUnknown.value = route.peek() === TICKETS && location.hash.length > 1;
  }
  addEventListener('hashchange', readAddress);
  readAddress();
  return {
    route,
    isUnknown,
    left,
    open(number: string) {
      location.hash = routeAddress({ number });
    },
    /** Goes to a page, or to one thing on it. */
    navigate(page: PageName, id: string | null = null) {
      location.hash = routeAddress({ page, id });
    },
    /** Replaces the address of a ticket that was opened by another number, without a step in the history. */
    replaceNumber(number: string) {
      history.replaceState(null, '', routeAddress({ ...route.peek(), number }));
      route.value = readRoute(location.hash);
    },
    close() {
      location.hash = '';
    },
  };
});

export type Router = InstanceType<typeof Router>;

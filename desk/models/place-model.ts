import { createModel, signal } from '@preact/signals';
import { isTicketNumber } from '../../src/contract/ticket-number.ts';

/** Where the agent is: which ticket is open, and on a phone whether its thread or its shop is shown. */
export interface Place {
  number: string | null;
  pane: 'thread' | 'shop';
}

/** Reads `#1000015` or `#1000015/shop`; whatever is no ticket number is the list. */
export function readPlace(hash: string): Place {
  const [number = '', pane] = hash.replace(/^#/, '').split('/');
  return isTicketNumber(number)
    ? { number, pane: pane === 'shop' ? 'shop' : 'thread' }
    : { number: null, pane: 'thread' };
}

/** The address that a place has, to link to. */
export function placeAddress({ number, pane }: Place): string {
  if (number === null) return '#';
  return pane === 'shop' ? `#${number}/shop` : `#${number}`;
}

/** The place, kept in the address: links open tickets, and the browser's own way back works. */
export const PlaceModel = createModel(() => {
  const place = signal(readPlace(location.hash));
  addEventListener('hashchange', () => {
    place.value = readPlace(location.hash);
  });
  return {
    place,
    open(number: string) {
      location.hash = placeAddress({ number, pane: 'thread' });
    },
    close() {
      location.hash = '';
    },
  };
});

export type PlaceModel = InstanceType<typeof PlaceModel>;

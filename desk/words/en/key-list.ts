import type { keyList as pl } from '../pl/key-list.ts';

/** In English: the list of keys, which comes with it. */
export const keyList: typeof pl = {
  keysMore: 'They work while the cursor is in no text field.',
  keyActions: {
    next: 'next ticket in the list',
    previous: 'previous ticket in the list',
    open: 'open the ticket pointed at',
    choose: 'select the ticket, or select it no more',
    chooseTo: 'select all up to this one (Shift+x)',
    reply: 'reply',
    note: 'add a note',
    take: 'take the ticket',
    undo: 'undo the reply that waits to be sent',
    solve: 'solved, or reply and solve',
    snooze: 'put the ticket off',
    link: 'link to a known problem',
    merge: 'merge with another ticket',
    phone: 'new ticket: a call, or a matter of a shop',
    tags: 'tags of the ticket',
    filters: 'filters of the list',
    search: 'search, or type a ticket number',
    back: 'leave the field, then back to the list',
    help: 'show this list',
    send: 'send and open the next; with Shift stay in this one; save a note',
  },
  lettersAreOn: 'Single letters are shortcuts',
};

import type { lists as Words } from '../pl/lists.ts';
import { counted, duration } from './grammar.ts';

/** Durations below a minute have their own words. */
const MINUTE_MS = 60_000;

/** In English: the queue and the other lists. */
export const lists: typeof Words = {
  lists: 'Tickets',
  queue: 'Queue',
  all: 'All',
  sections: { outages: 'Outages', 'due-soon': 'Due soon', queue: 'Queue', all: 'All tickets', found: 'Tickets found' },
  filters: 'Filters',
  whose: 'Assigned',
  everyone: 'Everyone',
  mine: 'Mine',
  unassigned: 'Nobody’s',
  channel: 'Channel',
  topic: 'Topic',
  status: 'Status',
  senderProof: 'Sender',
  choose: (number: string) => `Select ${number}`,
  chosen: (count: number) => `Selected: ${count}`,
  chooseNone: 'Select none',
  chooseShops: 'Select all of this shop',
  keepLastHour: 'Keep the last hour only',
  closeReason: 'Reason',
  closeReasons: { abuse: 'abuse', duplicate: 'duplicate', 'solved-elsewhere': 'solved elsewhere' },
  abuseMore: 'Files of these tickets are deleted at once. Nobody is sent a message.',
  closeChosen: (count: number) => `Close ${counted(count, 'ticket')}`,
  closedChosen: (closed: number, left: readonly string[]) =>
    left.length === 0
      ? `Closed: ${closed}.`
      : `Closed: ${closed}. Left as they are, as something happened in them: ${left.join(', ')}.`,
  notClosed: 'They could not be closed. Try again.',
  folded: (count: number) => `${count}\u00a0unproven outages`,
  foldedOf: (count: number, shop: string) => `${lists.folded(count)} of ${shop}`,
  everyShop: 'Show every shop',
  any: 'any',
  clear: 'Clear filters',
  more: 'Show more',
  loading: 'Loading…',
  notLoaded: 'The tickets could not be loaded. We will try again.',
  unknownAddress: 'There is nothing at this address. Ticket numbers can be typed into the search box.',
  nothing: 'Nothing waits for an answer.',
  none: 'There are no tickets yet.',
  nothingFiltered: 'No ticket matches the filters.',
  search: 'Search: number, words, shop or e-mail',
  searchShort: 'Search',
  foundFor: 'Searched for:',
  foundShops: 'Shops found',
  foundBy: { panel: 'found by its panel’s address', former: 'found by a former address' },
  foundByOther: 'found by another address',
  nothingFound: 'No ticket fits.',
  openNumber: 'Open',
  unseen: 'new',
  unseenMessages: (count: number) => `${count}\u00a0new`,
  nobody: 'nobody',
  outside: 'out of scope',
  arrived: (subjects: readonly string[]) =>
    subjects.length === 1 ? `New ticket: ${subjects[0]}` : `New tickets: ${subjects.length}`,
  left: (milliseconds: number) => `${duration(milliseconds)} left`,
  late: (milliseconds: number) => `${duration(milliseconds)} late`,
  outageFor: (milliseconds: number) =>
    milliseconds < MINUTE_MS ? 'new outage' : `outage for ${duration(milliseconds)}`,
  waitingFor: (milliseconds: number) =>
    milliseconds < MINUTE_MS ? 'waiting' : `waiting for ${duration(milliseconds)}`,
  snoozedUntil: (moment: string) => `snoozed until ${moment}`,
  answerBy: (moment: string) => `Answer promised by ${moment}`,
};

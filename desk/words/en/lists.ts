import type { TicketStatus } from '../../../src/contract/lists.ts';
import type { PlannedMoment } from '../moments.ts';
import type { lists as Words } from '../pl/lists.ts';
import { duration } from './grammar.ts';

/** Durations below a minute have their own words. */
const MINUTE_MS = 60_000;

/** A moment that is past. */
const past = ({ day, time, name }: PlannedMoment) =>
  day === 'far' ? name : `${{ today: '', yesterday: 'yesterday ', tomorrow: '', week: `${name} ` }[day]}${time}`;

/** In English: the queue and the other lists. */
export const lists: typeof Words = {
  lists: 'Tickets',
  queue: 'Queue',
  all: 'All',
  sections: {
    outages: 'Outages',
    'due-soon': 'Due soon',
    promised: 'Promised',
    queue: 'Queue',
    all: 'All tickets',
    found: 'Tickets found',
  },
  tabs: { queue: 'Queue', mine: 'Mine', unassigned: 'Nobody’s', all: 'All' },
  density: 'Compact list',
  longestWait: (milliseconds: number) => `longest wait ${duration(milliseconds)}`,
  lateOnes: (count: number) => `${count}\u00a0late`,
  mineOnes: (count: number) => `${count}\u00a0mine`,
  queueOrder: 'panel, form, e-mail',
  furtherUnproven: (count: number) => `and ${count}\u00a0more, unproven`,
  views: 'Views',
  filters: 'Filters',
  topic: 'Topic',
  status: 'Status',
  choose: (number: string) => `Select ${number}`,
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
  foundBy: { panel: 'found by its panel’s address', former: 'found by a former address' },
  foundByOther: 'found by another address',
  unseen: 'new',
  unseenMessages: (count: number) => `${count}\u00a0new`,
  unseenByMe: (count: number) => `${count}\u00a0unread by you, known to the team`,
  nobody: 'nobody',
  outside: 'out of scope',
  undecided: 'scope undecided',
  withoutSupport: {
    expired: 'after the end of support',
    'not-bought-directly': 'bought from another seller',
    unrecognised: 'shop not in the registry',
  },
  givenToMe: (number: string) => `Ticket ${number} was given to you`,
  arrived: (subjects: readonly string[]) =>
    subjects.length === 1 ? `New ticket: ${subjects[0]}` : `New tickets: ${subjects.length}`,
  left: (milliseconds: number) => `${duration(milliseconds)} left`,
  late: (milliseconds: number) => `${duration(milliseconds)} late`,
  waitingFor: (milliseconds: number) =>
    milliseconds < MINUTE_MS ? 'waiting' : `waiting for ${duration(milliseconds)}`,
  snoozedUntil: (moment: string) => `snoozed until ${moment}`,
  cameBack: (moment: PlannedMoment) => `back since ${past(moment)}`,
  promisedFor: (moment: PlannedMoment) => `promised for ${past(moment)}`,
  until: ({ day, time, name }: PlannedMoment) =>
    `by ${{ today: time, tomorrow: `tomorrow ${time}`, yesterday: `yesterday ${time}`, week: `${name} ${time}`, far: name }[day]}`,
  noTerm: 'no deadline',
  since: {
    new: (on: string) => `came ${on}`,
    'in-progress': (on: string) => `in progress since ${on}`,
    'waiting-for-customer': (on: string) => `with the customer since ${on}`,
    solved: (on: string) => `solved ${on}`,
    closed: (on: string) => `closed ${on}`,
  } satisfies Record<TicketStatus, (on: string) => string>,
  holds: (name: string) => `held by ${name}`,
  holdsMe: (name: string) => `held by you, ${name}`,
  writesHere: (name: string) => `${name} writes now`,
  readsHere: (name: string) => `${name} reads it now`,
  withFiles: 'has files or screenshots',
  unprovenSender: 'sender not confirmed',
  cameAt: (moment: string) => `Came ${moment}`,
  answerBy: (moment: string) => `Answer promised by ${moment}`,
  fromOtherShop: 'from another shop’s panel',
};

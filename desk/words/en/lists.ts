import { CLOSING_UNDO_MINUTES } from '../../../src/contract/desk/close-tickets.ts';
import type { CloseReason, TicketStatus } from '../../../src/contract/lists.ts';
import type { PlannedMoment } from '../moments.ts';
import type { lists as Words } from '../pl/lists.ts';
import { counted, duration } from './grammar.ts';

/** Durations below a minute have their own words. */
const MINUTE_MS = 60_000;

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
  filters: 'Filters',
  channel: 'Channel',
  topic: 'Topic',
  status: 'Status',
  senderProof: 'Sender',
  choose: (number: string) => `Select ${number}`,
  chosen: (count: number) => `Selected: ${count}`,
  chooseNone: 'Select none',
  chooseShops: 'Select all of this shop',
  blockShops: (count) => (count === 1 ? 'Block the shop…' : `Block ${count} shops…`),
  keepLastHour: 'Keep the last hour only',
  closeReason: 'Reason',
  closeReasons: { abuse: 'abuse', duplicate: 'duplicate', 'solved-elsewhere': 'solved elsewhere' },
  closeReasonNone: 'choose…',
  closeReasonMissing: 'Choose a reason first.',
  closeSure: (count: number, reason: CloseReason) =>
    reason === 'abuse'
      ? `Close ${counted(count, 'ticket')} as abuse? Nobody is sent a message. Attached files are gone for everybody at once, and deleted for good after ${CLOSING_UNDO_MINUTES}\u00a0minutes. Until then you can undo all of it.`
      : `Close ${counted(count, 'ticket')}? Nobody is sent a message. You can undo it for ${CLOSING_UNDO_MINUTES}\u00a0minutes.`,
  closeYes: 'Yes, close',
  closeNo: 'Do not close',
  closeChosen: (count: number) => `Close ${counted(count, 'ticket')}`,
  closedChosen: (closed: number, left: readonly string[]) =>
    left.length === 0
      ? `Closed: ${closed}.`
      : `Closed: ${closed}. Left as they are, as something happened in them: ${left.join(', ')}.`,
  notClosed: 'They could not be closed. Try again.',
  undoClosing: (time: string) => `Undo the closing (until ${time})`,
  closingUndone: (restored: number, left: readonly string[]) =>
    left.length === 0
      ? `Closing undone: ${restored}.`
      : `Closing undone: ${restored}. Left as they are, as something happened in them: ${left.join(', ')}.`,
  undoLate: `${CLOSING_UNDO_MINUTES}\u00a0minutes are over: this closing can be undone no more.`,
  notUndone: 'It could not be undone. Try again.',
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
  unseenByMe: (count: number) => `${count}\u00a0unread by you, known to the team`,
  nobody: 'nobody',
  outside: 'out of scope',
  undecided: 'scope undecided',
  withoutSupport: {
    expired: 'after the end of support',
    'not-bought-directly': 'bought from another seller',
    unrecognised: 'shop not in the registry',
  },
  arrived: (subjects: readonly string[]) =>
    subjects.length === 1 ? `New ticket: ${subjects[0]}` : `New tickets: ${subjects.length}`,
  left: (milliseconds: number) => `${duration(milliseconds)} left`,
  late: (milliseconds: number) => `${duration(milliseconds)} late`,
  waitingFor: (milliseconds: number) =>
    milliseconds < MINUTE_MS ? 'waiting' : `waiting for ${duration(milliseconds)}`,
  snoozedUntil: (moment: string) => `snoozed until ${moment}`,
  cameBack: (moment: string) => `back: ${moment}`,
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
};

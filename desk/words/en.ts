import type { SignInFailure } from '../models/session-model.ts';
import type { ChangeFailure } from '../models/ticket-model.ts';
import { largestUnit } from './moments.ts';
import type { Words } from './pl.ts';

function counted(count: number, noun: string): string {
  return `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;
}

const UNITS = { minute: 'min', hour: 'h', day: 'd' };

function duration(milliseconds: number): string {
  const { count, unit } = largestUnit(milliseconds);
  return `${count}\u00a0${UNITS[unit]}`;
}

/** Every text of the desk in English. */
export const en: Words = {
  locale: 'en-GB',
  desk: 'Support desk',
  product: 'Pomoc online',
  otherLanguage: 'Polski',
  skip: 'Skip to the ticket',

  signIn: 'Sign in',
  signingIn: 'Signing in…',
  email: 'E-mail',
  password: 'Password',
  checking: 'Checking the session…',
  noService: 'The service does not answer. Check the connection and try again.',
  again: 'Try again',
  ended: 'The session is over. Once you sign in, everything you wrote is back in its place.',
  insecure: 'You cannot sign in here',
  insecureMore:
    'This page was opened over plain http. The desk keeps its session in a cookie that browsers accept only over https (or at localhost). Open the desk at its https:// address.',
  signInFailure(failure: SignInFailure): string {
    if (failure.kind === 'wrong') return 'The e-mail or the password is wrong.';
    if (failure.kind === 'unanswered') return 'No connection to the service. Try again in a moment.';
    return `Too many attempts. The next one is possible in ${counted(failure.minutes, 'minute')}.`;
  },
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  account: 'Account',

  live: 'Live',
  connecting: 'Connecting…',
  lost: 'No connection – refreshing every 30\u00a0s',

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
  any: 'any',
  clear: 'Clear filters',
  more: 'Show more',
  loading: 'Loading…',
  notLoaded: 'The tickets could not be loaded. We will try again.',
  nothing: 'Nothing waits for an answer.',
  nothingFiltered: 'No ticket matches the filters.',
  search: 'Search: number, words, shop or e-mail',
  searchShort: 'Search',
  foundFor: 'Searched for:',
  foundShops: 'Shops found',
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
  outageFor: (milliseconds: number) => `outage for ${duration(milliseconds)}`,
  snoozedUntil: (moment: string) => `snoozed until ${moment}`,
  answerBy: (moment: string) => `Answer promised by ${moment}`,

  ticket: 'Ticket',
  chooseTicket: 'Choose a ticket from the list',
  chooseTicketMore: 'j and k walk the list, Enter opens, ? shows all keys.',
  back: 'List',
  toShop: 'Shop',
  toThread: 'Thread',
  received: 'received',
  gone: 'There is no ticket of this number.',
  ticketNotLoaded: 'The ticket could not be loaded. We will try again.',
  thread: 'Thread',
  customer: 'Customer',
  note: 'Internal note',
  newMessage: 'New',
  unseenByReply: 'Came while the reply was being written',
  seenByCustomer: 'Read by the customer',
  download: 'Download',
  showPicture: 'Show picture',
  hidePicture: 'Hide picture',
  noPicture: 'The picture could not be shown',
  diagnostics: 'Technical data',
  outageFacts: 'Facts of the outage',
  audit: 'History of the ticket',
  present: (name: string, isWriting: boolean) =>
    isWriting ? `${name} is writing an answer…` : `${name} is looking at the ticket`,

  actions: 'Actions',
  assignee: 'Assigned to',
  take: 'Take',
  lift: 'It is an outage',
  lower: 'It is no outage',
  snooze: 'Snooze',
  snoozeUntil: 'Snooze until…',
  wake: 'Wake now',
  snoozePresets: {
    hours: 'in 3\u00a0hours',
    tomorrow: 'tomorrow at 8:00',
    monday: 'on Monday at 8:00',
    week: 'in a week at 8:00',
  },
  dismiss: 'Dismiss',
  changeFailure(failure: ChangeFailure): string {
    if (failure.kind === 'taken') {
      return failure.by ? `${failure.by} has this ticket already.` : 'The ticket is nobody’s any more.';
    }
    if (failure.kind === 'newer-message') return 'The customer wrote something new. Read it before you end the ticket.';
    if (failure.kind === 'not-allowed')
      return 'Not possible now: the customer waits for an answer, or the state changed.';
    return 'No connection. The change may not have been saved.';
  },

  composer: 'Answering',
  replyTab: 'Reply',
  noteTab: 'Note',
  replyField: 'Text of the reply',
  noteField: 'Text of the note, which the customer will not see',
  replyPlaceholder: 'Reply to the customer…',
  notePlaceholder: 'A note for us only…',
  after: 'Then',
  send: 'Send',
  sendAnyway: 'Send anyway',
  saveNote: 'Save note',
  sendAgain: 'Send again',
  sending: 'Sending…',
  waiting: 'No connection. The text is kept; sending it again will not double the answer.',
  behind: 'Somebody wrote while you were writing. The new message is marked above.',
  newer: 'Not sent: there is a new message in the thread, marked above. See whether your reply still fits.',
  refused: 'The service did not take the text. It is still in the field.',
  draftKept: 'Draft kept',
  sentReply: 'Reply sent',
  sentNote: 'Note saved',
  macros: 'Insert text',
  macroGroups: { own: 'Texts', scope: 'Out of the scope of support' },

  shop: 'Shop',
  supportNumber: 'Support number',
  address: 'Address',
  contact: 'Contact',
  edition: 'Edition',
  version: 'Shop version',
  behindVersion: (current: string) => `older than the current ${current}`,
  currentVersion: 'current',
  unknown: 'unknown',
  support: 'Technical support',
  supportStates: {
    active: 'Active',
    expired: 'Over',
    'not-bought-directly': 'Bought from another seller',
    unrecognised: 'Not recognised',
  },
  untilDay: (day: string) => `until ${day}`,
  daysLeft: (days: number) => `${counted(days, 'day')} left`,
  licence: 'Licence',
  licences: { valid: 'Valid', breached: 'Breached – no access to updates' },
  earlier: 'Earlier tickets',
  noEarlier: 'This is the first ticket of this shop.',

  statuses: {
    new: 'New',
    'in-progress': 'In progress',
    'waiting-for-customer': 'Waiting for customer',
    solved: 'Solved',
    closed: 'Closed',
  },
  channels: { panel: 'Panel', form: 'Form', phone: 'Phone', email: 'E-mail' },
  topics: {
    configuration: 'Configuration',
    running: 'Day-to-day running',
    outage: 'Outage',
    installation: 'First installation',
    updates: 'Access to updates',
    security: 'Security or critical bug',
    renewal: 'Extending support',
    other: 'Something else',
    N1: 'N1 Own changes',
    N2: 'N2 Repair after changes',
    N3: 'N3 Failed update',
    N4: 'N4 Viruses, break-in',
    N5: 'N5 Change of look',
    N6: 'N6 Another installation',
    N7: 'N7 Installing an update',
    N8: 'N8 CSV or XML file',
    N9: 'N9 Server configuration',
    N10: 'N10 Own update',
  },
  facts: {
    'shop-down': 'the shop is down',
    'orders-blocked': 'orders cannot be placed',
    'panel-down': 'the panel is down',
    'break-in': 'break-in',
  },
  auditActions: {
    'ticket.opened': 'ticket opened',
    'ticket.message': 'message of the customer',
    'ticket.answered': 'answer',
    'ticket.note': 'note',
    'ticket.moved': 'change of status',
    'ticket.seen': 'read',
    'ticket.assigned': 'assigned',
    'ticket.lifted': 'lifted to outages',
    'ticket.lowered': 'lowered from outages',
    'ticket.snoozed': 'snoozed',
    'ticket.token-revoked': 'access revoked',
    'ticket.closed-after-quiet': 'closed after quiet',
  },
  actors: { customer: 'Customer', operator: 'Operator', system: 'System' },

  keys: 'Keys',
  keysMore: 'They work while the cursor is in no text field.',
  keyActions: {
    next: 'next ticket in the list',
    previous: 'previous ticket in the list',
    open: 'open the ticket pointed at',
    reply: 'reply',
    note: 'add a note',
    take: 'take the ticket',
    search: 'type a ticket number',
    back: 'leave the field, then back to the list',
    help: 'show the keys',
    send: 'send what is written',
  },
  close: 'Close',
};

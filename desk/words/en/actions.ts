import type { ChangeFailure } from '../../models/ticket-model.ts';
import type { actions as Words } from '../pl/actions.ts';

/** In English: what can be done to a ticket. */
export const actions: typeof Words = {
  actions: 'Actions',
  moreActions: 'Other actions',
  assignee: 'Assigned to',
  take: 'Take',
  lift: 'It is an outage',
  lower: 'It is no outage',
  snooze: 'Snooze',
  wake: 'Wake now',
  correctTicket: 'Correct topic, contact, subject',
  merge: 'Merge…',
  mergeTitle: (number: string) => `Merge ticket ${number} into another`,
  mergeChoices: 'Tickets of this shop',
  mergeNumber: 'Number of the ticket that stays',
  mergeErrors: {
    wrong: 'There is no such number – check the digits.',
    own: 'This is the number of this ticket. Enter the other one’s.',
  },
  mergeMore:
    'Messages and notes move to the ticket you name, and both numbers will lead to one thread. A sender who is not proven will read only their own messages and new answers there, until you say that it is the same person. The earlier of the promised times stays. You can undo this for a day.',
  samePerson: 'Same person',
  samePersonOf: (number: string) => `Same person: the sender of ticket ${number}`,
  samePersonMore:
    'Both numbers will show the whole thread. Only if you are sure: looking like a duplicate is not enough.',
  samePersonSaid: 'same person',
  unmerge: 'Undo the merge',
  unmergeOf: (number: string) => `Undo the merge of ticket ${number}`,
  unmergeUntil: (moment: string) => `Until ${moment}. What was written since the merge stays in this ticket.`,
  mergeNow: 'Merge',
  mergedFrom: (number: string) => `from ticket ${number}`,
  merged: 'Merged tickets',
  cancel: 'Cancel',
  linkIncident: 'Known problem',
  unlinkIncident: 'Unlink from the problem',
  noIncidents: 'There are no open problems.',
  dismiss: 'Dismiss',
  changeFailure(failure: ChangeFailure): string {
    if (failure.kind === 'taken') {
      return failure.by ? `${failure.by} has this ticket already.` : 'The ticket is nobody’s any more.';
    }
    if (failure.kind === 'newer-message') return 'The customer wrote something new. Read it before you end the ticket.';
    if (failure.kind === 'thread-full') return 'Together they would be longer than one ticket may be.';
    if (failure.kind === 'not-merged')
      return 'Only tickets of the same shop can be merged, and the one that stays must not be closed.';
    if (failure.kind === 'not-unmerged')
      return 'This merge cannot be undone any more: a day is over, or the ticket was merged on.';
    if (failure.kind === 'not-linked')
      return 'This problem is solved already: its answer has gone out, and this ticket would not get it. Answer here.';
    if (failure.kind === 'address-not-added')
      return failure.shop
        ? `The shop ${failure.shop} has this address. A panel’s address belongs to one shop.`
        : 'This address cannot be added to the shop’s addresses.';
    if (failure.kind === 'not-allowed')
      return 'Not possible now: the customer waits for an answer, or the state changed.';
    return 'No connection. The change may not have been saved.';
  },
};

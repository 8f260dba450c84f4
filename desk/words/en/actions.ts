import type { ChangeFailure } from '../../models/ticket-model.ts';
import type { actions as Words } from '../pl/actions.ts';

/** In English: what can be done to a ticket. */
export const actions: typeof Words = {
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
};

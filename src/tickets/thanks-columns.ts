import type { TicketRow } from '../store/tickets.ts';

/**
 * What a bare thanks changes in a ticket, and what anything after it changes back: an outage whose customer thanks is over,
 * so it does not stand among those that go on; whoever writes more has it where it was.
 * @param isThanks whether that is what happens to the ticket now
 */
export function thanksColumns({ thanks, queue_outage }: Pick<TicketRow, 'thanks' | 'queue_outage'>, isThanks: boolean) {
  const wasOutage = thanks === null ? queue_outage === 1 : thanks === 'outage';
  if (isThanks) return { thanks: wasOutage ? 'outage' : 'ordinary', queue_outage: 0 } as const;
  return thanks === null ? {} : ({ thanks: null, queue_outage: wasOutage ? 1 : 0 } as const);
}

import type { Standing } from '../contract/lists.ts';
import { ALARM_FILL } from './alarm.ts';
import { atLeast, fullness, isUpTo, shareOf } from './shares.ts';

/** The time in which tickets are counted, in minutes: it moves with the clock, so that no two hours' worth come at once. */
export const TICKET_WINDOW_MINUTES = 60;

/** Tickets of a shop from pages within an hour: more than any shop has written in a month, and few enough to sort out. */
const SHOP_TICKETS = 30;

/** Those of one address that is new to the shop: more than an owner writes who finds five things broken. */
const NEW_ADDRESS_TICKETS = 5;

/** A ticket of the same shop within the last hour. */
export interface EarlierTicket {
  standing: Standing;
  /** whether it came from the address that the next one comes from */
  isSameAddress: boolean;
  sentAt: Temporal.Instant;
}

/** Whether one more ticket is taken, and whether a share is so full that somebody should look; or when there is room again. */
export type TicketRoom = { outcome: 'fits'; isAlarming: boolean } | { outcome: 'full'; freeAt: Temporal.Instant };

/** Judges whether a sender of a standing may open one more ticket of a shop now. */
export function ticketRoom(earlier: readonly EarlierTicket[], standing: Standing, now: Temporal.Instant): TicketRoom {
  const since = now.subtract({ minutes: TICKET_WINDOW_MINUTES });
  const recent = earlier
    .filter(({ sentAt }) => Temporal.Instant.compare(sentAt, since) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.sentAt, other.sentAt));
  const shares = atLeast(standing).map((share) => ({
    tickets: recent.filter((ticket) => isUpTo(ticket.standing, share)),
    most: shareOf(SHOP_TICKETS, share),
  }));
  const ofAddress = { tickets: recent.filter(({ isSameAddress }) => isSameAddress), most: NEW_ADDRESS_TICKETS };
  const limits = standing === 'new' ? [...shares, ofAddress] : shares;
  const waits = limits.map(({ tickets, most }) => tickets.at(-most)).filter((ticket) => ticket !== undefined);
  const last = waits.toSorted((one, other) => Temporal.Instant.compare(one.sentAt, other.sentAt)).at(-1);
  if (last) return { outcome: 'full', freeAt: last.sentAt.add({ minutes: TICKET_WINDOW_MINUTES }) };
  const used = { new: 0, usual: 0, proven: 0 };
  for (const ticket of [...recent, { standing }]) used[ticket.standing] += 1;
  return { outcome: 'fits', isAlarming: fullness(SHOP_TICKETS, used) >= ALARM_FILL };
}

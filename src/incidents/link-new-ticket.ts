import { findIncident } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { isOpenIncident, isToldTo } from './is-open-incident.ts';

/**
 * The incident that a new ticket names, or null. If it has ended, is solved, or is not shown to this shop, the ticket
 * is opened without a link: it is not refused, so no text is lost.
 * @param asked the incident's id, as received
 * @param shopVersion the shop's version; null when it is not known
 */
export async function incidentOfNewTicket(
  transaction: Store,
  asked: string | undefined,
  shopVersion: string | null,
  now: Temporal.Instant,
): Promise<number | null> {
  if (asked === undefined || !/^\d{1,9}$/.test(asked)) return null;
  const id = Number(asked);
  // Solving the incident takes the same lock: no ticket is linked in between.
  await lock(transaction, `incident:${id}`);
  const incident = await findIncident(transaction, id);
  if (!incident || !isOpenIncident(incident)) return null;
  return isToldTo(incident, shopVersion, toInstantText(now)) ? id : null;
}

import type { TicketStatus } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { recordChanges } from '../shops/record-changes.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { updateInstalled } from '../store/shops.ts';
import type { TicketRow } from '../store/tickets.ts';

/**
 * A covered ticket about the installation is solved: the one installation that support covers is done (C1), and the next
 * one falls under N6. An agent may say otherwise in the registry. Closing alone says nothing of that kind.
 */
export async function noteInstallation(
  transaction: Store,
  { number, topic, covered, shop_id: shopId }: TicketRow,
  status: TicketStatus,
  now: Temporal.Instant,
): Promise<void> {
  if (status !== 'solved' || topic !== 'installation' || covered !== 1) return;
  const day = dayInWarsaw(now).toString();
  if (!(await updateInstalled(transaction, shopId, day))) return;
  const by = { at: toInstantText(now), actor: number };
  await recordChanges(transaction, shopId, [{ field: 'installedOn', before: null, after: day }], by);
  const details = { shopId, fields: ['installedOn' as const], ticket: number };
  await appendEvent(transaction, { at: by.at, actor: 'clock', action: 'shop.changed', details });
}

import type { Language } from '../contract/lists.ts';
import type { Corrected } from '../contract/tickets/corrected.ts';
import { scopeOf } from '../policy/scope.ts';
import { OUTSIDE } from '../policy/scope-words.ts';
import { toTerms } from '../shops/recognise-shop.ts';
import type { Store } from '../store/open.ts';
import { findShopById } from '../store/shops.ts';
import type { TicketRow } from '../store/tickets.ts';

/**
 * What an agent has said of a ticket's topic where it is another one than its customer chose, or outside support: for the
 * customer, kindly; null where the ticket is what it was sent as.
 */
export async function correctedFor(db: Store, ticket: TicketRow, language: Language): Promise<Corrected | null> {
  const { topic, topic_sent, covered, covered_set } = ticket;
  const isOther = topic_sent !== null && topic_sent !== topic;
  if (!isOther && covered_set !== 0) return null;
  const { shop } = await findShopById(db, ticket.shop_id);
  const { label, note } = scopeOf(topic, toTerms(shop), language);
  return { topic: label, note: covered === 0 ? (note ?? OUTSIDE[language]) : null };
}

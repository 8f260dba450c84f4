import { coverageOfTicket, type TicketTopic } from '../policy/scope.ts';
import { toTerms } from '../shops/recognise-shop.ts';
import type { ShopRow } from '../store/shops.ts';
import type { TicketRow } from '../store/tickets.ts';

/** What a stored ticket is about, and by whose word. */
export function toTicketTopic({ topic, channel, topic_sent, covered_set }: TicketRow): TicketTopic {
  return {
    topic,
    channel,
    isDecided: topic_sent !== null,
    coveredSet: covered_set === null ? null : covered_set === 1,
  };
}

/** The coverage of a ticket as columns: they follow from what it is about and are never set on their own. */
export function coverageColumns(about: TicketTopic, shop: ShopRow) {
  const { covered, rule } = coverageOfTicket(about, toTerms(shop));
  return { covered: covered === null ? null : covered ? 1 : 0, scope_rule: rule } as const;
}

import type { Channel, OutageFact, TicketStatus } from '../../../src/contract/lists.ts';
import { SHORT_TOPIC_LABELS } from '../../../src/contract/topic-labels.ts';
/** In Polish: names for the codes of the contract. */
export const names = {
  statuses: {
    new: 'Nowe',
    'in-progress': 'W trakcie',
    'waiting-for-customer': 'Oczekuje na odpowiedź klienta',
    solved: 'Rozwiązane',
    closed: 'Zamknięte',
  } satisfies Record<TicketStatus, string>,
  channels: { panel: 'Panel', form: 'Formularz', phone: 'Telefon', email: 'E-mail' } satisfies Record<Channel, string>,
  topics: SHORT_TOPIC_LABELS.pl,
  facts: {
    'shop-down': 'sklep nie działa',
    'orders-blocked': 'nie można złożyć zamówienia',
    'panel-down': 'panel nie działa',
    'break-in': 'włamanie',
  } satisfies Record<OutageFact, string>,
  factsShort: {
    'shop-down': 'sklep nie działa',
    'orders-blocked': 'nie można zamówić',
    'panel-down': 'panel nie działa',
    'break-in': 'włamanie',
  } satisfies Record<OutageFact, string>,
  actors: { customer: 'Klient', operator: 'Operator', clock: 'System', unknown: 'Ktoś niezalogowany' },
};

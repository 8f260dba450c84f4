import type { Channel, OutageFact, TicketEvent, TicketStatus } from '../../../src/contract/lists.ts';
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
  auditActions: {
    'ticket.opened': 'zgłoszenie przyjęte',
    'ticket.message': 'wiadomość klienta',
    'ticket.answered': 'odpowiedź',
    'ticket.note': 'notatka',
    'ticket.moved': 'zmiana statusu',
    'ticket.seen': 'przeczytanie',
    'ticket.assigned': 'przypisanie',
    'ticket.address-added': 'dodanie adresu do\u00a0sklepu',
    'ticket.vouched': 'potwierdzenie, że to ten sklep',
    'ticket.vouch-ended': 'wycofanie potwierdzenia sklepu',
    'ticket.linked': 'powiązanie z\u00a0problemem',
    'ticket.unlinked': 'odłączenie od problemu',
    'ticket.lifted': 'podniesienie do awarii',
    'ticket.lowered': 'zdjęcie z\u00a0awarii',
    'ticket.merged': 'połączenie zgłoszeń',
    'ticket.merge-undone': 'rozłączenie zgłoszeń',
    'ticket.same-person': 'ta sama osoba',
    'ticket.snoozed': 'odłożenie',
    'ticket.token-revoked': 'unieważnienie dostępu',
    'ticket.files-freed': 'usunięcie plików',
    'ticket.closed-after-quiet': 'zamknięcie po ciszy',
  } satisfies Record<TicketEvent, string>,
  actors: { customer: 'Klient', operator: 'Operator', system: 'System' },
};

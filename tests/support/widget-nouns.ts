import type { ShopStatus } from '../../src/contract/shops/shop-status.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import type { Draft } from '../../widget/outbox/draft.ts';
import type { FollowedTicket, Identity, TicketEntry } from '../../widget/outbox/ticket-entry.ts';
import type { StoredStatus } from '../../widget/outbox/widget-store.ts';

/** Two shops. */
export const ZURAW: Identity = { supportNumber: '7KcWt9Ru', installUrl: 'https://www.ksiegarnia-zuraw.pl' };

export const ROWERY: Identity = { supportNumber: '4fMqZ8xB', installUrl: 'http://rowery-kolo.pl/sklep' };

/** A Sunday at ten in Warsaw, in milliseconds. */
export const NOW = Date.parse('2026-11-22T09:00:00Z');

/** What the service says of an active shop, with what the test wants otherwise. */
export function aShopStatus(otherwise: Partial<ShopStatus> = {}): ShopStatus {
  return {
    origin: 'own',
    shop: { supportNumber: ZURAW.supportNumber, host: 'ksiegarnia-zuraw.pl' },
    signature: 'optional',
    seller: null,
    support: { state: 'active', lastDay: '2027-03-14', daysLeft: 112 },
    promise: { hours: 72, answerBy: '2026-11-25T09:00:00Z' },
    opening: { openNow: true, text: 'pon.–pt. 8:00–16:00', nextOpening: null },
    topics: [
      {
        id: 'configuration',
        label: 'Konfiguracja i opcje sklepu',
        covered: true,
        rule: 'C2',
        note: null,
        promised: true,
      },
      { id: 'outage', label: 'Awaria', covered: true, rule: 'R10', note: null, promised: true },
      { id: 'security', label: 'Luka w zabezpieczeniach', covered: true, rule: 'A2', note: null, promised: true },
      { id: 'other', label: 'Inny temat', covered: true, rule: null, note: null, promised: true },
      {
        id: 'N8',
        label: 'Sprawdzenie pliku CSV',
        covered: false,
        rule: 'N8',
        note: 'Pomoc nie obejmuje sprawdzania plików.',
        promised: true,
        signs: 'sprawdz plik csv/xml',
      },
    ],
    version: null,
    contacts: {
      email: 'pomoc@shopgold.pl',
      phone: '+48 22 000 00 00',
      rules: 'https://pomoc.example/zasady',
      renewal: 'https://pomoc.example/przedluzenie',
      privacy: 'https://pomoc.example/prywatnosc',
    },
    notices: [],
    ...otherwise,
  };
}

/** A receipt whose check digit fits, with what the test wants otherwise. */
export function aReceipt(otherwise: Partial<TicketReceipt> = {}): TicketReceipt {
  return {
    number: '1000015',
    status: 'new',
    channel: 'panel',
    receivedAt: '2026-11-22T09:00:00Z',
    answerBy: '2026-11-25T09:00:00Z',
    ...otherwise,
  };
}

/** A form filled in, with what the test wants otherwise. */
export function aDraft(otherwise: Partial<Draft> = {}): Draft {
  return {
    topic: 'configuration',
    subject: 'Darmowa dostawa od 200 zł',
    description: 'Gdzie ustawić próg tylko dla paczkomatów?',
    email: 'biuro@ksiegarnia-zuraw.pl',
    phone: '',
    facts: [],
    files: [],
    diagnostics: [],
    changedAt: NOW,
    ...otherwise,
  };
}

/** A ticket on its way, with what the test wants otherwise. */
export function anEntry(otherwise: Partial<TicketEntry> = {}): TicketEntry {
  return {
    key: 'k'.repeat(22),
    token: 't'.repeat(43),
    body: '{"topic":"configuration","subject":"Zażółć"}',
    draft: aDraft(),
    directory: '/zarzadzanie/',
    createdAt: NOW,
    earlier: [],
    ...otherwise,
  };
}

/** A ticket opened from this browser, its receipt not gone on from, with what the test wants otherwise. */
export function aFollowedTicket(otherwise: Partial<FollowedTicket> = {}): FollowedTicket {
  return {
    receipt: aReceipt(),
    token: 't'.repeat(43),
    subject: aDraft().subject,
    directory: '/zarzadzanie/',
    isSeen: false,
    ...otherwise,
  };
}

/** What the service last said of the shop, with what the test wants otherwise. */
export function aStoredStatus(otherwise: Partial<StoredStatus> = {}): StoredStatus {
  return { ...ZURAW, status: aShopStatus(), at: NOW, ...otherwise };
}

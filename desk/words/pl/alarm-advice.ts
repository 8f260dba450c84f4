import type { AlarmKind } from '../../../src/contract/lists.ts';

/** In Polish: what to do about an alarm; it comes with the row of alarms. */
export const alarmAdvice = {
  'shop-tickets':
    'Przejrzyj najnowsze zgłoszenia i\u00a0zadzwoń do sklepu. Jeśli to nie on pisze, zablokuj niepotwierdzone.',
  'shop-uploads': 'Jeśli to nie sklep je wysyła, zablokuj niepotwierdzone. Te pliki znikają same po dobie.',
  'shop-storage': 'Miejsce zwalnia zamknięcie zgłoszeń jako nadużycie: ich pliki są usuwane.',
  'total-storage': 'Miejsce zwalnia zamknięcie zgłoszeń jako nadużycie albo operator.',
  'unknown-pairs':
    'Ktoś może zgadywać numery sklepów. Blokada adresów zatrzyma jego zgłoszenia i\u00a0pliki, samych pytań nie.',
  'failed-sign-ins': 'Uprzedź zespół. Klucza dostępu nikt nie odgadnie.',
  'mail-stopped': 'Daj znać operatorowi. Listy czekają i wyjdą same, gdy serwer znów je przyjmie.',
  'mail-strangers': 'Ktoś może wysyłać zgłoszenia na cudze adresy. Przejrzyj najnowsze i zablokuj niepotwierdzone.',
  'mailbox-failed': 'Daj znać operatorowi. Do czasu naprawy ktoś powinien zaglądać do skrzynki.',
  'file-scanner': 'Daj znać operatorowi. Nowego pliku, którego program nie sprawdził, nie można pobrać.',
} satisfies Record<AlarmKind, string>;

import { form } from './grammar.ts';

/** In Polish: the shop beside its ticket. */
export const shop = {
  shop: 'Sklep',
  supportNumber: 'Numer pomocy',
  address: 'Adres',
  contact: 'Kontakt',
  edition: 'Wersja programu',
  version: 'Wersja sklepu',
  behindVersion: (current: string) => `starsza niż bieżąca ${current}`,
  currentVersion: 'bieżąca',
  unknown: 'nieznana',
  support: 'Pomoc techniczna',
  supportStates: {
    active: 'Aktywna',
    expired: 'Okres minął',
    'not-bought-directly': 'Kupiony u\u00a0innego sprzedawcy',
    unrecognised: 'Nierozpoznany',
  } as Record<string, string>,
  untilDay: (day: string) => `do ${day}`,
  daysLeft: (days: number) =>
    `${form(days, 'został', 'zostały', 'zostało')} ${days}\u00a0${form(days, 'dzień', 'dni', 'dni')}`,
  licence: 'Licencja',
  licences: { valid: 'Ważna', breached: 'Złamana – bez dostępu do aktualizacji' } as Record<string, string>,
  earlier: 'Wcześniejsze zgłoszenia',
  noEarlier: 'To pierwsze zgłoszenie tego sklepu.',
};

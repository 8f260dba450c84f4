import type { LicenceState, Proof, SupportState } from '../../../src/contract/lists.ts';
import { form } from './grammar.ts';

/** In Polish: the shop beside its ticket. */
export const shop = {
  shop: 'Sklep',
  supportNumber: 'Numer pomocy',
  address: 'Adres',
  contact: 'Kontakt',
  edition: 'Edycja',
  /** what rules need besides the licence, in the card */
  terms: {
    individualTerms: 'Warunki indywidualne (N5)',
    note: 'Notatka',
    installedOn: 'Instalacja wykonana (C1)',
    purchaseAccount: 'Konto, z\u00a0którego kupiono (C3)',
    seller: 'Sprzedawca (R3)',
  },
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
  } satisfies Record<SupportState, string>,
  /** before the date */
  notBegun: 'Zacznie się',
  untilDay: (day: string) => `do ${day}`,
  lastDay: (day: string) => `– ostatni dzień: ${day}`,
  shopPage: 'Strona sklepu',
  onlyShop: 'Tylko ten sklep',
  proofs: {
    verified: 'Zweryfikowany',
    phone: 'Zgłoszenie telefoniczne',
    vouched: 'Potwierdzony przez nas',
    panel: 'Prawdopodobny, niezweryfikowany',
    unverified: 'Niezweryfikowany',
  } satisfies Record<Proof, string>,
  proofsShort: {
    verified: 'zweryfikowany',
    phone: 'przez telefon',
    vouched: 'potwierdzony przez nas',
    panel: 'prawdopodobny',
    unverified: 'niezweryfikowany',
  } satisfies Record<Proof, string>,
  proofsMore: {
    verified: 'nadawcę potwierdza podpis panelu sklepu.',
    phone: 'rozmowę przyjęła osoba z\u00a0naszego zespołu. Tego, kto dzwonił, nie potwierdza żaden podpis.',
    vouched: 'ktoś z\u00a0naszego zespołu potwierdza, że pisze ten sklep. Podpisu panelu nie ma.',
    panel: 'wysłane ze strony pod adresem sklepu, ale bez podpisu panelu. Adres strony można podrobić.',
    unverified: 'mógł je wysłać każdy, kto zna numer pomocy i\u00a0adres sklepu. Danych dostępowych nie podawaj.',
  } satisfies Record<Proof, string>,
  vouch: 'To ten sklep',
  endVouch: 'To jednak nie ten sklep',
  fromOtherShopMore:
    'Zgłoszenie wysłano ze strony innego sklepu z\u00a0rejestru. Nadawca to zobaczył i\u00a0mimo to wysłał: upewnij się, o\u00a0który sklep chodzi.',
  sentFrom: 'Wysłane ze strony',
  addSentFrom: 'Dodaj do adresów sklepu',
  daysLeft: (days: number) =>
    `${form(days, 'został', 'zostały', 'zostało')} ${days}\u00a0${form(days, 'dzień', 'dni', 'dni')}`,
  licence: 'Licencja',
  licences: { valid: 'Ważna', breached: 'Złamana – bez dostępu do aktualizacji' } satisfies Record<
    LicenceState,
    string
  >,
  unchanging: 'Licencja, adresy',
  earlier: 'Inne zgłoszenia sklepu',
  noEarlier: 'To jedyne zgłoszenie tego sklepu.',
};

import type { SupportState } from '../../../src/contract/lists.ts';
/** What a shop without support can still do, by the states of `shop-status`. */
export const stillPossible: Record<Exclude<SupportState, 'active'>, string> = {
  expired: 'Można zgłosić lukę w zabezpieczeniach, zapytać o aktualizacje albo o przedłużenie pomocy.',
  'not-bought-directly': 'W sprawie pomocy napisz do sprzedawcy. Lukę w zabezpieczeniach można zgłosić nam zawsze.',
  unrecognised:
    'Numer i adres muszą być takie jak przy zakupie; każda domena ma osobny pakiet pomocy. Wpisany tekst zostaje.',
};

/** Texts about drafts of other tabs, and about a draft that may have arrived. */
export const draftWords = {
  other: 'Jest też inny szkic:',
  show: 'Pokaż go tutaj',
  drop: 'Usuń',
  mayHaveArrived: 'Poprzednia wersja mogła już dotrzeć. Poprawiona trafi do tego samego zgłoszenia.',
};

/** Texts of rarely shown views: the form for the shop, outage facts, a shop without support. */
export const lazyWords = {
  identityTitle: 'Który to sklep?',
  supportNumberHint: 'Jest na stronie głównej panelu, w zakładce „Informacje o sklepie”.',
  supportNumberWrong: 'Numer to 4–32 litery, cyfry lub myślniki.',
  installUrlWrong: 'Podaj adres, np. www.moj-sklep.pl',
  goOn: 'Dalej',
  correct: 'Popraw numer lub adres',
  back: 'Wróć bez zmiany',
  otherShop: 'Ta strona należy do innego sklepu niż',
  otherShopMore: 'Zgłoszenie można wysłać mimo to.',
  signature: 'Zgłoszenia tego sklepu można wysyłać tylko z panelu, który je podpisuje.',
  signatureMore: 'Zaloguj się w panelu jeszcze raz albo napisz lub zadzwoń.',
  seller: 'Sprzedawca:',
  renewal: 'Przedłuż pomoc techniczną',
  facts: 'Co się dzieje?',
  factsHint: 'Zaznaczone awarie czytamy przed innymi.',
  phone: 'Telefon do kontaktu',
  phoneHint: 'Nieobowiązkowo.',
};

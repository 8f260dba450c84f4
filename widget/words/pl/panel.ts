/** The language these texts are in: of the drawer, and of what the service answers. */
export const LANGUAGE: 'pl' | 'en' = 'pl';

/** Polish typography: one-letter words do not end a line, and numbers do not part from their unit. */
export function bind(words: string): string {
  return words.replace(/(?<![^\s(„])([aiouwz]) /gi, '$1\u00a0').replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

/** Every fixed text of the widget, by what it is for. */
export const words = {
  title: 'Pomoc online',
  close: 'Zamknij',
  resume: 'Wróć do zgłoszenia',
  newTicket: 'Nowe zgłoszenie',
  myTickets: 'Moje zgłoszenia',
  notDurable: 'Ta przeglądarka niczego nie zapisuje. Prosimy nie zamykać strony przed wysłaniem.',

  supportNumber: 'Numer pomocy technicznej',
  installUrl: 'Adres sklepu',

  asking: 'Sprawdzamy okres pomocy…',
  unknown: 'Nie udało się sprawdzić okresu pomocy',
  unknownMore: 'Zgłoszenie można wysłać.',
  asOf: 'Stan z:',
  until: 'Pomoc do',
  promise: 'Odpowiadamy najpóźniej w ciągu 72 godzin.',

  topic: 'Czego dotyczy zgłoszenie',
  choose: 'Wybierz…',
  covered: 'Objęte pomocą',
  outside: 'Poza zakresem pomocy',
  rule: 'zasada',
  subject: 'Temat',
  description: 'Opis',
  descriptionHint: 'Co się dzieje, na której stronie, od kiedy?',
  email: 'E-mail do kontaktu',
  draft: 'Szkic zapisuje się sam w tej przeglądarce.',
  send: 'Wyślij zgłoszenie',
  privacy:
    'Dane otrzymuje producent sklepu, KAMELIA-NET, i używa ich tylko do odpowiedzi na zgłoszenie. Numer i adres sklepu są do niej potrzebne.',
  privacyLink: 'Więcej',

  rules: 'Zasady pomocy',

  notSent: 'Nie wysłano.',
  orWrite: 'Można też napisać e-mail, treść będzie wpisana:',
};

/** Where a shop stands, by the states of `shop-status`. */
export const standings: Record<string, string> = {
  active: 'Sklep rozpoznany',
  expired: 'Okres pomocy się skończył',
  'not-bought-directly': 'Sklep kupiony u innego sprzedawcy',
  unrecognised: 'Nie rozpoznajemy tego sklepu',
};

/** Topics to choose from until the service has named its own. */
export const firstTopics = { outage: 'Awaria – sklep lub panel nie działa', other: 'Inny temat' };

/**
 * Why a ticket was not sent, by problem code: the one place where a failure becomes words.
 * @param endings words of codes that only what sends can give
 */
export function failureInWords(code: string, endings: Record<string, string> = {}): string {
  const otherwise =
    code === 'unavailable' ? 'Brak połączenia z serwisem pomocy' : (endings[code] ?? 'Serwis nie przyjął zgłoszenia');
  const reason = standings[code.replace(/^(support|shop)-/, '')] ?? otherwise;
  return bind(`${reason}. Tekst jest nadal w formularzu.`);
}

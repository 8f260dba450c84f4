import type { PageName } from '../../pages/page-names.ts';
/** In Polish: texts of every page. */
export const page = {
  locale: 'pl',
  desk: 'Biurko pomocy',
  product: 'Pomoc online',
  skip: 'Przejdź do treści',
  pagesOf: 'Strony biurka',
  morePages: 'Więcej',
  newTicket: 'Nowe',
  pages: {
    phone: 'Nowe',
    mails: 'Listy',
    incidents: 'Znane problemy',
    shops: 'Sklepy',
    reports: 'Raporty',
    blocks: 'Blokady',
    macros: 'Gotowe teksty',
    people: 'Osoby',
    settings: 'Ustawienia',
    systems: 'Klucze systemów',
    notifications: 'Powiadomienia i\u00a0dźwięk',
    factors: 'Logowanie',
    sessions: 'Sesje i\u00a0hasło',
    journal: 'Dziennik',
  },
  /** headings that differ from the name of the link */
  headings: { phone: 'Nowe zgłoszenie' } satisfies Partial<Record<PageName, string>>,
  pageNotLoaded: 'Nie udało się otworzyć strony.',
  partNotLoaded: 'Nie udało się wczytać tej części strony.',
  live: 'Na żywo',
  connecting: 'Łączenie…',
  lost: 'Brak połączenia – odświeżamy co\u00a030\u00a0s',
};

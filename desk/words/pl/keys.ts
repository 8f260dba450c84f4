/** In Polish: the keys. */
export const keys = {
  keys: 'Klawisze',
  keysMore: 'Działają, gdy kursor nie stoi w\u00a0polu tekstowym.',
  keyActions: {
    next: 'następne zgłoszenie na liście',
    previous: 'poprzednie zgłoszenie na liście',
    open: 'otwórz wskazane zgłoszenie',
    choose: 'zaznacz zgłoszenie albo je odznacz',
    chooseTo: 'zaznacz wszystkie aż do tego (Shift+x)',
    reply: 'odpowiedz',
    note: 'dodaj notatkę',
    take: 'weź zgłoszenie',
    phone: 'przyjmij zgłoszenie telefoniczne',
    search: 'szukaj albo wpisz numer zgłoszenia',
    back: 'wyjdź z\u00a0pola, a\u00a0potem wróć do listy',
    help: 'pokaż tę listę',
    send: 'wyślij to, co jest napisane',
  },
  lettersAreOn: 'Pojedyncze litery są skrótami',
  close: 'Zamknij',
};

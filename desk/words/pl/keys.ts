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
    undo: 'cofnij odpowiedź, która czeka na wysłanie',
    phone: 'przyjmij zgłoszenie telefoniczne',
    search: 'szukaj albo wpisz numer zgłoszenia',
    back: 'wyjdź z\u00a0pola, a\u00a0potem wróć do listy',
    help: 'pokaż tę listę',
    send: 'wyślij i\u00a0otwórz następne; z\u00a0Shift zostań w\u00a0tym samym; zapisz notatkę',
  },
  lettersAreOn: 'Pojedyncze litery są skrótami',
  close: 'Zamknij',
};

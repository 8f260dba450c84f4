/** In Polish: the page of sessions. */
export const pl = {
  sessions: 'Otwarte sesje',
  sessionsMore:
    'Sesja kończy się sama 2\u00a0godziny po ostatnim użyciu, a\u00a0najpóźniej 12\u00a0godzin po zalogowaniu.',
  unknown: 'Nieznana przeglądarka',
  thisOne: 'ta sesja',
  begun: (at: string) => `od ${at}`,
  used: (at: string) => `ostatnio ${at}`,
  end: 'Zakończ',
  endOne: (label: string, at: string) => `Zakończ sesję: ${label}, od ${at}`,
  endAll: 'Wyloguj wszędzie',
  endAllMore: 'Kończy wszystkie sesje, także tę.',
  ended: 'Sesja zakończona.',
  failed: 'Brak połączenia. Spróbuj ponownie.',
  password: 'Hasło',
  passwordMore: 'Po zmianie hasła kończą się wszystkie sesje poza tą.',
  fields: {
    old: 'Obecne hasło',
    new: 'Nowe hasło',
    repeated: 'Nowe hasło jeszcze raz',
  },
  hint: 'Od 12 do 200 znaków. Kilka zwykłych słów chroni lepiej niż jedno dziwne.',
  errors: {
    old: 'Wpisz obecne hasło.',
    new: 'Hasło ma mieć od 12 do 200 znaków.',
    repeated: 'Nowe hasła się różnią.',
  },
  change: 'Zmień hasło',
  changing: 'Zmienianie…',
  changed: 'Hasło zmienione. Pozostałe sesje są zakończone.',
  wrong: 'Obecne hasło się nie zgadza.',
  refused: 'Serwis nie przyjął tego hasła.',
};

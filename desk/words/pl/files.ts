import { form } from './grammar.ts';

/** In Polish: the files of what an agent writes, and pictures over the thread. They come with the first file. */
export const files = {
  title: 'Pliki do wysłania',
  remove: 'Usuń plik',
  preparing: 'Przygotowywanie pliku…',
  count: (files: number) =>
    `${files}\u00a0${form(files, 'plik', 'pliki', 'plików')}. Zostaje w\u00a0tej przeglądarce do wysłania.`,
  notTaken: 'Nie dodano:',
  problems: {
    kind: 'tego rodzaju plików nie przyjmujemy',
    heic: 'zdjęć HEIC nie przyjmujemy, zapisz je jako JPG',
    'picture-kind': 'tego rodzaju obrazów nie przyjmujemy, zapisz je jako JPG lub PNG',
    empty: 'plik jest pusty',
    'too-large': 'plik ma ponad 10 MB',
    'pixels-exceeded': 'obraz ma ponad 50 Mpx',
    unreadable: 'nie da się odczytać tego obrazu',
    'too-many': 'jest już 5 plików',
    'not-loaded': 'nie udało się wczytać części strony, która dodaje pliki',
  },
  refused: 'serwis nie przyjął pliku',
  refusals: {
    'file-kind-refused': 'serwis nie przyjmuje takich plików',
    'quota-exceeded': 'nie ma teraz miejsca na pliki',
    'too-large': 'plik ma ponad 10 MB',
    'pixels-exceeded': 'obraz ma ponad 50 Mpx',
  },
  colleagues: 'Osoby, które można wspomnieć',
  offered: (count: number) => `Pasuje ${count}. Strzałki wybierają, Enter wstawia.`,
  tells: (names: string) => `Powiadomienie: ${names}`,
  picture: (place: number, of: number) => `Obraz ${place} z\u00a0${of}`,
  previous: 'Poprzedni obraz',
  next: 'Następny obraz',
  close: 'Zamknij obraz',
};

import type { NotTaken } from '../../features/attachments/files/files-model.ts';
import { bind } from './panel.ts';

/** Texts of the files of a ticket or reply, loaded with their chunk. */
export const filesWords = {
  title: 'Załączniki',
  limits: 'Do 5 plików, każdy do 10 MB: PNG, JPG, WebP, GIF, PDF, TXT, LOG, CSV, XML, ZIP.',
  when: 'Pliki zostają u Ciebie, dopóki ich nie wyślesz. Ze zdjęć usuwamy informacje o miejscu i aparacie.',
  ways: 'Plik możesz też przeciągnąć na to okno albo wkleić (Ctrl+V).',
  noCapture: 'Zrzut ekranu: klawisz PrtScn, potem Ctrl+V w tym oknie.',
  onPhone: 'Zrób zrzut ekranu telefonem i dodaj go jako plik.',
  camera: 'Zrób zdjęcie',
  preparing: 'Przygotowanie…',
  buyers: 'Na obrazie widać dane kupujących? Zasłoń je przed wysłaniem.',
  hide: 'Zasłoń lub zaznacz',
  remove: 'Usuń',
  raise: 'Wyżej',
  added: 'Dodano plik:',
  removed: 'Usunięto plik:',
  raised: 'Przesunięto wyżej:',
  edited: 'Zapisano zmiany w obrazie:',
  notTaken: 'Nie dodano:',
  stop: 'Przerwij i wróć do treści',
  sending: 'Wysyłanie plików',
};

const plural = new Intl.PluralRules('pl');
const PLACES: Record<string, string> = { one: 'miejsce', few: 'miejsca' };

/** „Zasłonięto 1 miejsce – sprawdź resztę.” */
export function hiddenInWords(count: number): string {
  return bind(`Zasłonięto ${count} ${PLACES[plural.select(count)] ?? 'miejsc'} – sprawdź resztę.`);
}

export const problemWords: Record<NotTaken['problem'], string> = {
  kind: 'tego rodzaju plików nie przyjmujemy',
  heic: 'zdjęć HEIC nie przyjmujemy. Zapisz je jako JPG (w iPhonie: Ustawienia, Aparat, Formaty, Najbardziej zgodne) albo dodaj zrzut ekranu',
  'picture-kind': 'tego rodzaju obrazów nie przyjmujemy. Zapisz je jako JPG albo dodaj zrzut ekranu',
  empty: 'plik jest pusty',
  'too-large': 'plik ma ponad 10 MB',
  'pixels-exceeded': 'obraz ma ponad 50 Mpx (megapikseli)',
  unreadable: 'nie da się odczytać tego obrazu',
  'too-many': 'jest już 5 plików',
};

const refusals: Record<string, string> = {
  ...problemWords,
  'file-kind-refused': problemWords.kind,
  'quota-exceeded': 'nie ma teraz miejsca na pliki tego sklepu',
  'shop-unrecognised': 'nie rozpoznał sklepu',
};

/** Why the service refused a file, and what to do. */
export function refusalInWords(code: string): string {
  const why = refusals[code];
  return bind(`Serwis nie przyjął pliku${why ? `: ${why}` : ''}. Treść możesz wysłać bez niego.`);
}

import type { OutageFact } from '../../../src/contract/lists.ts';
import { bind } from './panel.ts';

/** Texts of what follows the press on „Wyślij zgłoszenie”, loaded with the transport. */
export const sendingWords = {
  supportNumber: 'Numer pomocy technicznej',
  installUrl: 'Adres sklepu',
  topic: 'Czego dotyczy zgłoszenie?',
  subject: 'Tytuł',

  attach: { file: 'Dodaj plik', screen: 'Zrzut ekranu', facts: 'Informacje techniczne' },
  sending: 'Wysyłanie…',
  elsewhere: 'Wysyła je inna karta tej przeglądarki.',
  waiting: 'Czeka na połączenie',
  paused: 'Czeka na wysłanie',
  asking: 'Jeszcze nie wysłano',
  sendNow: 'Wyślij teraz',
  withdraw: 'Popraw treść',

  answerBy: 'Odpowiemy najpóźniej',
  panelFirst: 'Zgłoszenia z panelu czytamy w pierwszej kolejności.',
};

/** Texts of what waits and of the receipt, which no later part uses: docs/decisions/0004-terser-and-two-chunks.md. */
export const sentWords = {
  saved: 'Zapisano w tej przeglądarce.',
  again: 'Serwer nie odpowiada, próbujemy dalej.',
  notDurable: 'Nic się tu nie zapisuje. Nie zamykaj strony przed wysłaniem.',
  kept: 'Treść jest zapisana.',
  waitingMore: 'Serwis pomocy nie odpowiada. Wyśle się samo.',
  pausedMore: 'Serwis pomocy prosi o przerwę. Wyśle się samo, najwcześniej:',
  written: 'Napisane:',
  stillDown: 'Czy awaria nadal trwa?',
  copy: 'Kopiuj treść',
  copied: 'Skopiowano',
  sent: 'Mamy Twoje zgłoszenie',
  number: 'Numer zgłoszenia',
  copyNumber: 'Kopiuj numer',
  answerHere:
    'Odpowiedź znajdziesz w zakładce „Moje zgłoszenia”. Gdy przyjdzie, przy „Pomoc online” pojawi się liczba.',
  answerInline: 'Zapisz numer. Odpowiedź pokaże się tutaj, dopóki ta strona jest otwarta.',
  answerKept: 'Zapisz numer. Odpowiedź pokaże się tutaj, w tej przeglądarce.',
  hours: 'Pracujemy:',
  seeTicket: 'Zobacz zgłoszenie',
};

export const factLabels: Record<OutageFact, string> = {
  'shop-down': 'Sklep nie otwiera się klientom',
  'orders-blocked': 'Klienci nie mogą złożyć zamówienia',
  'panel-down': 'Panel nie działa',
  'break-in': 'Podejrzenie włamania',
};

/** Error messages of the form. */
export const missingWords = {
  topicMissing: 'Wybierz z listy.',
  subjectMissing: 'Wpisz krótki tytuł, np. „Nie działa koszyk”.',
  descriptionMissing: 'Napisz, co się dzieje. Wystarczy jedno zdanie.',
  emailMissing: 'Podaj swój e-mail, np. biuro@mojsklep.pl',
  emailUnfit: 'Ten adres jest niepełny. Powinien wyglądać tak: biuro@mojsklep.pl',
};

const plural = new Intl.PluralRules('pl');
const CHARACTERS: Record<string, string> = { one: 'znak', few: 'znaki' };

/** The error of a text that is longer than the service takes. @param over how many characters too many */
export function tooLongInWords(most: number, over: number): string {
  const characters = CHARACTERS[plural.select(over)] ?? 'znaków';
  return bind(
    `Tekst jest za długi o ${over.toLocaleString('pl')} ${characters}, mieści się ${most.toLocaleString('pl')}. Niczego nie ucięto.`,
  );
}

/** Outcomes of sending with codes of our own. */
export const endings: Record<string, string> = {
  cancelled: 'Wysyłanie przerwane',
  'file-refused': 'Serwis nie przyjął załącznika',
};

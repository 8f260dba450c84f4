import type { PlannedMoment } from '../moments.ts';
import { form } from './grammar.ts';

/** In Polish: answers and notes. */
export const answering = {
  composer: 'Odpowiadanie',
  replyTab: 'Odpowiedź',
  noteTab: 'Notatka',
  replyField: 'Treść odpowiedzi',
  noteField: 'Treść notatki, której klient nie zobaczy',
  replyPlaceholder: 'Odpowiedź dla klienta…',
  notePlaceholder: 'Notatka tylko dla nas…',
  replyTo: (name: string) => `Odpowiedź dla: ${name}`,
  foldWriting: 'Zwiń pole odpowiedzi',
  after: 'Potem',
  send: 'Wyślij',
  sendAndNext: 'Wyślij i\u00a0następne',
  leaves: { 'waiting-for-customer': 'Czeka na\u00a0klienta', 'in-progress': 'W\u00a0trakcie', solved: 'Rozwiązane' },
  afterSending: 'Status po odpowiedzi',
  sendNow: 'Wyślij teraz',
  undo: 'Cofnij',
  onTheirWay: 'Odpowiedzi w\u00a0drodze',
  goingTo: (name: string) => `do: ${name}`,
  seconds: (count: number) => `${count}\u00a0s`,
  notGone: 'jeszcze nie wysłana',
  goingTold: (number: string, seconds: number) =>
    `Odpowiedź w\u00a0${number} pójdzie za ${seconds}\u00a0${form(seconds, 'sekundę', 'sekundy', 'sekund')}. Do tego czasu można ją cofnąć.`,
  sendAnyway: 'Wyślij mimo to',
  saveNote: 'Zapisz notatkę',
  sendAgain: 'Wyślij ponownie',
  sending: 'Wysyłanie…',
  waiting: 'Jeszcze nie wysłano. Treść jest zapisana; ponowne wysłanie jej nie zdubluje.',
  behind: 'W\u00a0trakcie pisania przyszła nowa wiadomość. Jest zaznaczona powyżej.',
  newer: 'Nie wysłano: w\u00a0rozmowie jest nowa wiadomość, zaznaczona powyżej. Sprawdź, czy odpowiedź nadal pasuje.',
  refused: 'Serwis nie przyjął treści. Tekst jest nadal w\u00a0polu.',
  tooLong: (over: number, most: number) =>
    `Tekst jest za długi o\u00a0${over.toLocaleString('pl')}\u00a0${form(over, 'znak', 'znaki', 'znaków')}, mieści się ${most.toLocaleString('pl')}. Niczego nie ucięto.`,
  notSentTooLong: 'Nie wysłano: tekst jest za długi.',
  attach: 'Dodaj plik',
  draftKept: 'Szkic zapisany',
  unsigned: 'Bez podpisu',
  unsent: 'Jeszcze nie wysłano:',
  unsentWhy: {
    newer: 'nie wysłano, bo w\u00a0rozmowie jest nowa wiadomość. Tekst czeka w\u00a0polu odpowiedzi.',
    refused: 'nie wysłano, bo serwis nie przyjął treści. Tekst czeka w\u00a0polu.',
  },
  sentReply: 'Odpowiedź wysłana',
  sentNote: 'Notatka zapisana',
  thanks: {
    only: 'Samo podziękowanie',
    close: 'Podziękowanie, zamknij',
    leave: 'Zostaw jako rozwiązane',
    row: 'podziękowanie',
  },
  outageNoted: 'awaria, gdy klient napisze',
  /** by when we write again, as it stands beside Send, and as a choice */
  followUp: {
    set: 'Odpiszemy do…',
    by: ({ day, time, name }: PlannedMoment) =>
      day === 'today' ? `odpiszemy do ${time}` : `odpiszemy do ${day === 'tomorrow' ? 'jutra' : name}, ${time}`,
    at: ({ day, time, name }: PlannedMoment) =>
      `${day === 'today' ? 'dziś' : day === 'tomorrow' ? 'jutro' : name}, ${time}`,
    clear: 'Usuń termin',
    other: 'Inny dzień i\u00a0godzina',
    choose: 'Ustaw',
    moved: (at: string) => `Wtedy nikogo nie ma. Będzie: ${at}.`,
    unfit: 'Wybierz czas od teraz do 92\u00a0dni naprzód.',
    refused: 'Nie wysłano: termin „odpiszemy do…” już minął. Ustaw nowy; tekst jest nadal w\u00a0polu.',
    unkept: (date: string) =>
      `W\u00a0treści jest termin ${date}, ale nikt o\u00a0nim nie przypomni. Ustaw „Odpiszemy do…” albo popraw treść.`,
  },
  insertMacro: 'Teksty',
  findMacro: 'Szukaj w\u00a0tekstach',
  noMacro: 'Żaden tekst nie pasuje.',
  openVariables: (names: string) => `Zgłoszenie nie mówi, co wpisać za ${names}. Uzupełnij przed wysłaniem.`,
  macroGroups: { rule: 'Zasada, której dotyczy zgłoszenie', own: 'Teksty', scope: 'Poza zakresem wsparcia' },
};

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
  after: 'Potem',
  send: 'Wyślij',
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
  draftKept: 'Szkic zapisany',
  unsent: 'Jeszcze nie wysłano:',
  sentReply: 'Odpowiedź wysłana',
  sentNote: 'Notatka zapisana',
  insertMacro: 'Wstaw tekst',
  findMacro: 'Szukaj w\u00a0tekstach',
  noMacro: 'Żaden tekst nie pasuje.',
  openVariables: (names: string) => `Zgłoszenie nie mówi, co wpisać za ${names}. Uzupełnij przed wysłaniem.`,
  macroGroups: { rule: 'Zasada, której dotyczy zgłoszenie', own: 'Teksty', scope: 'Poza zakresem wsparcia' },
};

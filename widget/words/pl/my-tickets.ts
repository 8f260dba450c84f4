import type { CustomerStatus, FileHindrance, TicketStatus } from '../../../src/contract/lists.ts';
import type { IdentityState } from '../../identity/identity.ts';
import { endings } from './sending.ts';

/** Texts of „Moje zgłoszenia”, loaded with it. */
export const ticketWords = {
  all: 'Wszystkie zgłoszenia tego sklepu.',
  onlyHere: 'Widać tylko zgłoszenia wysłane z tej przeglądarki.',
  loading: 'Wczytywanie…',
  unanswered: 'Brak połączenia z serwisem pomocy. Spróbujemy ponownie sami.',
  tryNow: 'Spróbuj teraz',
  empty: 'Ten sklep nie ma jeszcze zgłoszeń.',
  emptyMore: 'Każde wysłane zgłoszenie pojawi się tutaj razem z odpowiedzią.',
  emptyHere: 'W tej przeglądarce nie ma zgłoszeń.',
  elsewhere: 'Zgłoszenie z innego komputera? Podaj nam jego numer, a odnajdziemy sprawę.',
  others: 'Pozostałe',
  older: 'Starsze',
  draft: 'Szkic',
  noSubject: '(bez tytułu)',

  back: 'Wszystkie zgłoszenia',
  ticket: 'Zgłoszenie nr',
  sentOn: 'Wysłane',
  topic: 'Temat zmieniony przez pomoc:',
  waits: 'Czeka na naszą odpowiedź',
  ended: ', po okresie pomocy',
  unpromised: ', bez obiecanego terminu',
  late: 'Termin odpowiedzi minął',
  lateMore: 'Przepraszamy. Takie zgłoszenia są czytane jako pierwsze.',
  gone: 'Tego zgłoszenia nie otworzysz już z tej przeglądarki',
  goneMore: 'Zostało zamknięte albo należy do innego sklepu. Podaj nam numer, a odnajdziemy sprawę.',
  arrived: 'Przyszła nowa odpowiedź',
  you: 'Ty',
  support: 'Pomoc techniczna',
  unread: 'Nowa',
  showPicture: 'Pokaż obraz',
  download: 'Pobierz plik',
  notDownloaded: 'Nie udało się pobrać pliku',
  withheld: { unscanned: 'sprawdzamy plik', refused: 'niebezpieczny plik' } satisfies Partial<
    Record<FileHindrance, string>
  >,
  notDrawn: 'Nie udało się pokazać obrazu',
  tooManyPixels: 'Obraz ma ponad 50 Mpx. Możesz go pobrać.',

  helped: 'Czy to pomogło?',
  yes: 'Tak, pomogło',
  no: 'Jeszcze nie',
  thanks: 'Cieszymy się, że pomogło.',
  stillWrong: 'Napisz, co nadal nie działa.',

  reply: 'Twoja wiadomość',
  replyReopens: 'Wiadomość otworzy zgłoszenie ponownie',
  send: 'Wyślij wiadomość',
  sendSolved: 'Wyślij i oznacz jako rozwiązane',
  replyMissing: 'Wpisz wiadomość.',
};

/** What a customer makes of a ticket without a message. */
export const moveWords: Record<CustomerStatus, string> = {
  solved: 'Oznacz jako rozwiązane',
  'in-progress': 'Otwórz ponownie',
};

/** The statuses in the owner's words. An unknown one reads as in our hands. */
export const statuses: Record<TicketStatus | 'gone', string> = {
  new: 'Przyjęte',
  'in-progress': 'W trakcie',
  'waiting-for-customer': 'Czeka na Ciebie',
  solved: 'Rozwiązane',
  closed: 'Zamknięte',
  gone: 'Niedostępne',
};

/** Why not all tickets of the shop are shown. */
export const whyOnlyHere: Record<IdentityState, string> = {
  signed: '',
  unsigned: '',
  ended: 'Sesja w panelu wygasła. Zaloguj się ponownie, aby zobaczyć wszystkie zgłoszenia.',
  refused: 'Panel nie potwierdził, który to sklep.',
  unanswered: 'Nie udało się połączyć, żeby potwierdzić, który to sklep.',
};

/** Why a reply was refused, by problem code. */
export function replyFailureInWords(code: string): string {
  if (code === 'conflict') return 'Stan zgłoszenia zmienił się w międzyczasie.';
  if (code === 'not-found') return `${ticketWords.gone}. Tekst jest nadal poniżej.`;
  return `${endings[code] ?? 'Serwis nie przyjął wiadomości'}. Tekst jest nadal poniżej.`;
}

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
  empty: 'Nie ma jeszcze żadnych zgłoszeń.',
  emptyMore: 'Każde wysłane zgłoszenie pojawi się tutaj razem z odpowiedzią.',
  older: 'Starsze',
  draft: 'Szkic',
  noSubject: '(bez tematu)',

  back: 'Wszystkie zgłoszenia',
  ticket: 'Zgłoszenie nr',
  sentOn: 'Wysłane',
  topic: 'Temat zmieniony przez pomoc:',
  waits: 'Czeka na naszą odpowiedź',
  ended: ', po okresie pomocy',
  unpromised: ', bez obiecanego terminu',
  late: 'Odpowiedź miała przyjść do',
  lateMore: 'Przepraszamy. Takie zgłoszenia są czytane jako pierwsze.',
  gone: 'Tego zgłoszenia nie można już otworzyć z tej przeglądarki',
  goneMore: 'Zostało zamknięte albo należy do innego sklepu. Po numerze zawsze znajdziemy sprawę.',
  arrived: 'Przyszła nowa odpowiedź',
  shop: 'Sklep',
  support: 'Pomoc techniczna',
  unread: 'Nowe',
  showPicture: 'Pokaż obraz',
  download: 'Pobierz plik',
  notDownloaded: 'Nie można pobrać pliku',
  withheld: { unscanned: 'sprawdzamy plik', refused: 'niebezpieczny plik' } satisfies Partial<
    Record<FileHindrance, string>
  >,
  notDrawn: 'Nie udało się pokazać obrazu',
  tooManyPixels: 'Obraz ma ponad 50 Mpx. Można go pobrać.',

  reply: 'Odpowiedź',
  replyReopens: 'Odpowiedź otworzy zgłoszenie ponownie',
  send: 'Wyślij odpowiedź',
  replyMissing: 'Wpisz odpowiedź.',
  moves: { solved: 'Rozwiązane', 'in-progress': 'Otwórz ponownie' } satisfies Record<CustomerStatus, string>,
};

/** The statuses in the owner's words. An unknown one reads as in our hands. */
export const statuses: Record<TicketStatus | 'gone', string> = {
  new: 'Nowe',
  'in-progress': 'W trakcie realizacji',
  'waiting-for-customer': 'Oczekuje na Twoją odpowiedź',
  solved: 'Rozwiązane',
  closed: 'Zamknięte',
  gone: 'Niedostępne',
};

/** Why not all tickets of the shop are shown. */
export const whyOnlyHere: Record<IdentityState, string> = {
  signed: '',
  unsigned: '',
  ended: 'Potwierdzenie z panelu wygasło.',
  refused: 'Panel nie potwierdził, który to sklep.',
  unanswered: 'Nie udało się połączyć, żeby potwierdzić, który to sklep.',
};

/** Why a reply was refused, by problem code. */
export function replyFailureInWords(code: string): string {
  if (code === 'conflict') return 'Stan zgłoszenia zmienił się w międzyczasie.';
  if (code === 'not-found') return 'Tego zgłoszenia nie można już otworzyć. Tekst jest nadal poniżej.';
  return `${endings[code] ?? 'Serwis nie przyjął odpowiedzi'}. Tekst jest nadal poniżej.`;
}

import type { ToldKind } from '../../../told/told-settings.ts';

/** In Polish: notifications, and the page where each is turned on and off. */
export const pl = {
  more: 'Na tym komputerze. Działa, gdy biurko jest otwarte, także w\u00a0tle. O\u00a0tym, co robisz Ty, nie powiadamiamy.',
  titles: {
    outage: 'Nowa awaria',
    message: 'Wiadomość w\u00a0Twoim zgłoszeniu',
    assigned: 'Przypisano Ci zgłoszenie',
    mention: 'Wzmianka o\u00a0Tobie',
    followUp: 'Za chwilę mija obiecany czas',
  } satisfies Record<ToldKind, string>,
  followUpDue: 'Obiecany czas właśnie minął',
  kinds: {
    outage: ['Nowa awaria', 'każda, także cudza'],
    message: ['Wiadomość w\u00a0moim zgłoszeniu', 'po 10\u00a0s, jeśli go nie otworzysz'],
    assigned: ['Przypisano mi zgłoszenie', 'przez kogoś innego'],
    mention: ['Wzmianka o\u00a0mnie', 'w\u00a0notatce'],
    followUp: ['Obietnica na teraz', '15\u00a0minut przed czasem i\u00a0o\u00a0czasie'],
  } satisfies Record<ToldKind, [string, string]>,
  sound: 'Dźwięk',
  sounds: { none: 'żaden', outages: 'tylko awarie', all: 'wszystko' },
  listen: 'Posłuchaj',
  afterHours: 'Po godzinach',
  afterHoursMore: 'wszystko także poza godzinami pracy; bez tego wtedy tylko awarie',
  turnOn: 'Włącz powiadomienia',
  states: {
    granted: 'Powiadomienia są włączone.',
    default: 'Przeglądarka jeszcze nie pytała o\u00a0zgodę. Bez niej nie pokażemy ani nie zagramy niczego.',
    denied: 'Ta przeglądarka blokuje powiadomienia biurka. Odblokujesz je w\u00a0jej ustawieniach strony.',
    missing: 'Ta przeglądarka nie ma powiadomień.',
  },
  test: 'Wyślij próbne',
  tested: (time: string) => `Próbne wysłane o\u00a0${time}.`,
  testSubject: 'Tak wygląda powiadomienie',
};

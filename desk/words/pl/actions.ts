import type { ChangeFailure } from '../../models/ticket-model.ts';

/** In Polish: what can be done to a ticket. */
export const actions = {
  actions: 'Działania',
  assignee: 'Przypisane do',
  take: 'Weź',
  lift: 'To awaria',
  lower: 'To nie awaria',
  snooze: 'Odłóż',
  snoozeUntil: 'Odłóż do…',
  wake: 'Przywróć teraz',
  snoozePresets: {
    hours: 'za 3\u00a0godziny',
    tomorrow: 'jutro o\u00a08:00',
    monday: 'w\u00a0poniedziałek o\u00a08:00',
    week: 'za tydzień o\u00a08:00',
  },
  merge: 'Połącz…',
  mergeTitle: (number: string) => `Połącz zgłoszenie ${number} z\u00a0innym`,
  mergeChoices: 'Zgłoszenia tego sklepu',
  mergeNumber: 'Numer zgłoszenia, które zostanie',
  mergeErrors: {
    wrong: 'Taki numer nie istnieje – sprawdź cyfry.',
    own: 'To numer tego zgłoszenia. Podaj numer drugiego.',
  },
  mergeMore:
    'Wiadomości i\u00a0notatki przejdą do wskazanego zgłoszenia, a\u00a0oba numery będą otwierać tę samą rozmowę: nadawca każdego ze zgłoszeń przeczyta ją całą. Zostaje wcześniejszy z\u00a0obiecanych terminów. Tego nie da się cofnąć.',
  mergeNow: 'Połącz',
  mergedFrom: (number: string) => `ze zgłoszenia ${number}`,
  merged: 'Dołączone zgłoszenia',
  cancel: 'Anuluj',
  linkIncident: 'Znany problem',
  unlinkIncident: 'Odłącz od problemu',
  noIncidents: 'Nie ma nierozwiązanych problemów.',
  dismiss: 'Zamknij',
  changeFailure(failure: ChangeFailure): string {
    if (failure.kind === 'taken') {
      return failure.by ? `Zgłoszenie ma już ${failure.by}.` : 'Zgłoszenie nie jest już nikomu przypisane.';
    }
    if (failure.kind === 'newer-message') return 'Klient napisał coś nowego. Przeczytaj, zanim zgłoszenie się zamknie.';
    if (failure.kind === 'thread-full') return 'Po połączeniu rozmowa byłaby dłuższa, niż może mieć jedno zgłoszenie.';
    if (failure.kind === 'not-merged')
      return 'Łączyć można tylko zgłoszenia tego samego sklepu, a\u00a0wskazane nie może być zamknięte.';
    if (failure.kind === 'not-linked')
      return 'Ten problem jest już rozwiązany: odpowiedź poszła, a\u00a0to zgłoszenie by jej nie dostało. Odpowiedz w\u00a0nim osobno.';
    if (failure.kind === 'address-not-added')
      return failure.shop
        ? `Ten adres ma sklep ${failure.shop}. Jeden adres panelu należy do jednego sklepu.`
        : 'Tego adresu nie można dodać do adresów sklepu.';
    if (failure.kind === 'not-allowed')
      return 'Tego nie można teraz zrobić: klient czeka na odpowiedź albo stan się zmienił.';
    return 'Brak połączenia. Zmiana mogła się nie zapisać.';
  },
};

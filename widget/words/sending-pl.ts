/** Texts of what follows the press on „Wyślij zgłoszenie”; they load with the transport. */
export const sendingWords = {
  sending: 'Wysyłanie…',
  again: 'Brak odpowiedzi, próbujemy dalej.',
  elsewhere: 'Wysyła je inna karta tej przeglądarki.',
  kept: 'Treść jest zapisana.',
  waiting: 'Czeka na połączenie',
  waitingMore: 'Zgłoszenie wyśle się samo, gdy wróci połączenie.',
  asking: 'Jeszcze nie wysłano',
  written: 'Napisane:',
  stillDown: 'Czy awaria nadal trwa?',
  sendNow: 'Wyślij teraz',
  withdraw: 'Popraw treść',

  copy: 'Kopiuj treść',
  copied: 'Skopiowano',

  sent: 'Zgłoszenie zostało wysłane',
  number: 'Numer zgłoszenia',
  copyNumber: 'Kopiuj numer',
  answerBy: 'Odpowiemy najpóźniej',
  next: 'Co dalej?',
  panelFirst: 'Zgłoszenia z panelu czytamy w pierwszej kolejności.',
  keepNumber: 'Po numerze zawsze znajdziemy sprawę.',
  hours: 'Pracujemy:',
  seeTicket: 'Zobacz zgłoszenie',
};

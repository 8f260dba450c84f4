import type { Language, OutageFact } from '../../contract/lists.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Field } from './typed-outage.ts';

/** What the emergency page says in one language. */
export interface EmergencyWords {
  title: string;
  maker: string;
  call: string;
  callNow: string;
  open: string;
  closed: string;
  opensAt: (when: string) => string;
  email: string;
  emailHow: string;
  stateTaking: string;
  stateNotTaking: string;
  checked: (when: string) => string;
  ongoing: (title: string, since: string) => string;
  before: string;
  beforeSteps: readonly string[];
  form: string;
  labels: Record<Field, string>;
  hints: Partial<Record<Field, string>>;
  optional: string;
  facts: Record<OutageFact, string>;
  send: string;
  first: string;
  noFiles: string;
  errorsTitle: string;
  missing: Record<Field, string>;
  unfit: Record<Field, string>;
  tooLong: string;
  unknownShop: string;
  refusals: Partial<Record<ProblemCode, string>>;
  refused: string;
  kept: string;
  done: (number: string) => string;
  doneNumber: string;
  promised: (when: string) => string;
  notPromised: string;
  answerByMail: (email: string) => string;
  answerByCall: string;
  again: string;
  subject: (facts: string) => string;
  mailSubject: string;
  mailBody: readonly string[];
  fileNote: string;
  fileForm: string;
}

export const EMERGENCY_WORDS: Record<Language, EmergencyWords> = {
  pl: {
    title: 'Sklep albo panel nie działa?',
    maker: 'KAMELIA-NET, producent shopGold',
    call: 'Zadzwoń',
    callNow: 'Zadzwoń teraz',
    open: 'Teraz otwarte',
    closed: 'Teraz zamknięte',
    opensAt: (when) => `Otwieramy ${when}.`,
    email: 'E-mail',
    emailHow: 'Podaj numer pomocy i adres sklepu. Przy e-mailu nie gwarantujemy terminu odpowiedzi.',
    stateTaking: 'Przyjmujemy zgłoszenia',
    stateNotTaking: 'Formularz teraz nie działa. Zadzwoń albo napisz e-mail.',
    checked: (when) => `Sprawdzone ${when}.`,
    ongoing: (title, since) => `Trwa: ${title} (zaczęło się ${since}).`,
    before: 'Zanim pomożemy',
    beforeSteps: [
      'Nie aktualizuj sklepu i nie zmieniaj ustawień.',
      'Zapisz, od kiedy nie działa.',
      'Sprawdź, czy opłacony jest serwer i domena.',
    ],
    form: 'Zgłoś awarię tutaj',
    labels: {
      supportNumber: 'Numer pomocy technicznej',
      installUrl: 'Adres sklepu',
      facts: 'Co nie działa?',
      description: 'Co widzisz?',
      email: 'Twój e-mail',
      phone: 'Twój telefon',
    },
    hints: {
      supportNumber: 'Ma zwykle 8 znaków, wielkość liter ma znaczenie.',
      description: 'Od kiedy, na której stronie, co pokazuje ekran.',
    },
    optional: 'nieobowiązkowo',
    facts: {
      'shop-down': 'Sklep nie otwiera się klientom',
      'orders-blocked': 'Klienci nie mogą złożyć zamówienia',
      'panel-down': 'Panel nie działa',
      'break-in': 'Podejrzenie włamania',
    },
    send: 'Zgłoś awarię',
    first: 'Awarie obsługujemy przed innymi zgłoszeniami.',
    noFiles: 'Plików ten formularz nie przyjmuje.',
    errorsTitle: 'Zgłoszenie jeszcze nie wysłane',
    missing: {
      supportNumber: 'Wpisz numer pomocy technicznej.',
      installUrl: 'Wpisz adres sklepu.',
      facts: 'Zaznacz, co nie działa.',
      description: 'Napisz, co widzisz.',
      email: 'Wpisz swój e-mail.',
      phone: 'Wpisz numer telefonu.',
    },
    unfit: {
      supportNumber: 'Numer ma od 4 do 32 liter i cyfr.',
      installUrl: 'Adres zawiera znaki, których nie przyjmujemy. Przepisz go ręcznie.',
      facts: 'Zaznacz, co nie działa.',
      description: 'Opis zawiera znaki, których nie przyjmujemy. Przepisz go ręcznie.',
      email: 'To nie wygląda na adres e-mail, na przykład anna@sklep.pl.',
      phone: 'Numer zawiera znaki, których nie przyjmujemy. Przepisz go ręcznie.',
    },
    tooLong: 'Tego tekstu jest za dużo. Skróć go.',
    unknownShop: 'Nie znamy sklepu o tym numerze i adresie. Sprawdź jedno i drugie.',
    refusals: {
      'signature-required': 'Ten sklep przyjmuje zgłoszenia tylko ze swojego panelu.',
      'support-expired': 'Pomoc techniczna tego sklepu się skończyła, dlatego awarii tu nie przyjmiemy.',
      'not-bought-directly': 'Ten sklep był kupiony u innego sprzedawcy i to on udziela pomocy.',
      'sender-blocked': 'Z tego miejsca nie przyjmujemy teraz zgłoszeń bez potwierdzenia.',
      'rate-limited': 'Przyszło stąd za dużo zgłoszeń. Spróbuj później.',
      'idempotency-key-reused':
        'Ten formularz był już wysłany z inną treścią i tamto zgłoszenie mamy. Żeby wysłać także to, naciśnij „Zgłoś awarię” jeszcze raz.',
      'too-large': 'Tekstu jest za dużo. Wróć w przeglądarce do formularza i go skróć.',
      'unsupported-media-type': 'Przeglądarka wysłała formularz w postaci, której nie czytamy.',
    },
    refused: 'Nie udało się zapisać zgłoszenia. Spróbuj za chwilę.',
    kept: 'Wszystko, co jest w formularzu, zostało.',
    done: (number) => `Przyjęliśmy zgłoszenie nr ${number}`,
    doneNumber: 'Zapisz ten numer: podasz go w rozmowie z nami.',
    promised: (when) => `Odpowiemy najpóźniej ${when}. Awarie obsługujemy przed innymi zgłoszeniami.`,
    notPromised: 'Terminu odpowiedzi nie podajemy.',
    answerByMail: (email) => `Odpowiedź wyślemy na adres ${email}.`,
    answerByCall: 'O odpowiedź pytaj telefonicznie: podaj numer zgłoszenia.',
    again: 'Wróć do strony awaryjnej',
    subject: (facts) => `Awaria: ${facts}`,
    mailSubject: 'Awaria sklepu',
    mailBody: ['Numer pomocy technicznej: ', 'Adres sklepu: ', 'Co nie działa: ', 'Od kiedy: ', 'Mój telefon: '],
    fileNote: 'Ta strona stoi na osobnym serwerze i nie wie, czy teraz jest otwarte. Godziny są powyżej.',
    fileForm: 'Formularz zgłoszenia (jeśli serwer pomocy działa)',
  },
  en: {
    title: 'Shop or panel down?',
    maker: 'KAMELIA-NET, makers of shopGold',
    call: 'Call us',
    callNow: 'Call now',
    open: 'Open now',
    closed: 'Closed now',
    opensAt: (when) => `We open ${when}.`,
    email: 'E-mail',
    emailHow: 'Give the support number and the address of the shop. By e-mail we promise no time of reply.',
    stateTaking: 'We are taking tickets',
    stateNotTaking: 'The form does not work now. Call us or write an e-mail.',
    checked: (when) => `Checked ${when}.`,
    ongoing: (title, since) => `Ongoing: ${title} (it began ${since}).`,
    before: 'Before we help',
    beforeSteps: [
      'Do not update the shop or change its settings.',
      'Note since when it has been down.',
      'Check that server and domain are paid for.',
    ],
    form: 'Report an outage here',
    labels: {
      supportNumber: 'Support number',
      installUrl: 'Address of the shop',
      facts: 'What is down?',
      description: 'What do you see?',
      email: 'Your e-mail',
      phone: 'Your telephone',
    },
    hints: {
      supportNumber: 'It usually has 8 characters; upper and lower case matter.',
      description: 'Since when, on which page, what the screen shows.',
    },
    optional: 'optional',
    facts: {
      'shop-down': 'The shop does not open for customers',
      'orders-blocked': 'Customers cannot place orders',
      'panel-down': 'The panel is down',
      'break-in': 'A break-in is suspected',
    },
    send: 'Report the outage',
    first: 'Outages come before all other tickets.',
    noFiles: 'This form takes no files.',
    errorsTitle: 'The ticket has not been sent yet',
    missing: {
      supportNumber: 'Type the support number.',
      installUrl: 'Type the address of the shop.',
      facts: 'Tick what is down.',
      description: 'Write what you see.',
      email: 'Type your e-mail.',
      phone: 'Type a telephone number.',
    },
    unfit: {
      supportNumber: 'The number has 4 to 32 letters and digits.',
      installUrl: 'The address has characters that we do not take. Type it by hand.',
      facts: 'Tick what is down.',
      description: 'The text has characters that we do not take. Type it by hand.',
      email: 'This does not look like an e-mail address, such as anna@shop.pl.',
      phone: 'The number has characters that we do not take. Type it by hand.',
    },
    tooLong: 'This text is too long. Shorten it.',
    unknownShop: 'We know no shop with this number and address. Check both.',
    refusals: {
      'signature-required': 'This shop takes tickets from its own panel only.',
      'support-expired': 'Support of this shop is over, so we cannot take an outage here.',
      'not-bought-directly': 'This shop was bought from another seller, who gives the support.',
      'sender-blocked': 'From this place we take no tickets without proof now.',
      'rate-limited': 'Too many tickets came from here. Try again later.',
      'idempotency-key-reused':
        'This form was sent before with another text, and we have that ticket. To send this one as well, press “Report the outage” once more.',
      'too-large': 'The text is too long. Go back to the form in your browser and shorten it.',
      'unsupported-media-type': 'The browser sent the form in a shape that we do not read.',
    },
    refused: 'The ticket could not be stored. Try again in a moment.',
    kept: 'Everything in the form has been kept.',
    done: (number) => `We have your ticket no. ${number}`,
    doneNumber: 'Note this number: you will be asked for it when you call.',
    promised: (when) => `We answer at the latest ${when}. Outages come before all other tickets.`,
    notPromised: 'We give no time of reply.',
    answerByMail: (email) => `The reply will be sent to ${email}.`,
    answerByCall: 'For the reply, call us and give the number of the ticket.',
    again: 'Back to the emergency page',
    subject: (facts) => `Outage: ${facts}`,
    mailSubject: 'Shop outage',
    mailBody: ['Support number: ', 'Address of the shop: ', 'What is down: ', 'Since when: ', 'My telephone: '],
    fileNote: 'This page stands on a server of its own and does not know whether we are open now. See the hours above.',
    fileForm: 'The form (if the help server is up)',
  },
};

import type { OutageField } from '../../contract/help/outage-form.ts';
import type { Language } from '../../contract/lists.ts';
import { FORM_WORDS, type FormWords } from './form-words.ts';

/** What the emergency page says in one language: of its form what it says otherwise than others. */
export interface EmergencyWords extends FormWords {
  title: string;
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
  send: string;
  first: string;
  noFiles: string;
  again: string;
  subject: (facts: string) => string;
  mailSubject: string;
  mailBody: readonly string[];
  /** before what was typed, in a letter that the script of the file writes for the customer */
  letterLabels: Record<OutageField, string>;
  fileNote: string;
  fileForm: string;
  /** what the script of the file says */
  lost: string;
  checkedAt: (time: string) => string;
  sending: string;
  unansweredTitle: string;
  unanswered: string;
  byMail: string;
  mailCut: string;
  promisedBy: (when: string) => string;
}

export const EMERGENCY_WORDS: Record<Language, EmergencyWords> = {
  pl: {
    ...FORM_WORDS.pl,
    title: 'Sklep albo panel nie działa?',
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
    beforeSteps: ['Nie aktualizuj sklepu i nie zmieniaj ustawień.', 'Zapisz, od kiedy nie działa.'],
    form: 'Zgłoś awarię tutaj',
    labels: { ...FORM_WORDS.pl.labels, description: 'Co widzisz?' },
    hints: { ...FORM_WORDS.pl.hints, description: 'Od kiedy, na której stronie, co pokazuje ekran.' },
    send: 'Zgłoś awarię',
    first: 'Awarie obsługujemy przed innymi zgłoszeniami.',
    noFiles: 'Plików ten formularz nie przyjmuje.',
    missing: { ...FORM_WORDS.pl.missing, description: 'Napisz, co widzisz.' },
    refusals: {
      ...FORM_WORDS.pl.refusals,
      'support-expired': 'Ten sklep nie ma dziś pomocy technicznej, dlatego awarii tu nie przyjmiemy.',
      'idempotency-key-reused':
        'Ten formularz był już wysłany z inną treścią i tamto zgłoszenie mamy. Żeby wysłać także to, naciśnij „Zgłoś awarię” jeszcze raz.',
      'too-large': 'Tekstu jest za dużo. Wróć w przeglądarce do formularza i go skróć.',
    },
    promised: (when) => `Odpowiemy najpóźniej ${when}. Awarie obsługujemy przed innymi zgłoszeniami.`,
    again: 'Wróć do strony awaryjnej',
    subject: (facts) => `Awaria: ${facts}`,
    mailSubject: 'Awaria sklepu',
    mailBody: ['Numer pomocy technicznej: ', 'Adres sklepu: ', 'Co nie działa: ', 'Od kiedy: ', 'Mój telefon: '],
    letterLabels: {
      supportNumber: 'Numer pomocy technicznej',
      installUrl: 'Adres sklepu',
      facts: 'Co nie działa',
      description: 'Co widzę',
      email: 'Mój e-mail',
      phone: 'Mój telefon',
    },
    fileNote: 'Ta strona stoi na osobnym serwerze i nie wie, czy teraz jest otwarte. Godziny są powyżej.',
    fileForm: 'Formularz zgłoszenia (jeśli serwer pomocy działa)',
    lost: 'Serwis pomocy teraz nie odpowiada. Zadzwoń albo napisz e-mail.',
    checkedAt: (time) => `Stan z godz. ${time}. Po 15 minutach przestaje być pokazywany.`,
    sending: 'Wysyłamy zgłoszenie…',
    unansweredTitle: 'Serwis pomocy nie odpowiedział',
    unanswered:
      'Nie wiemy, czy zgłoszenie dotarło. Możesz wysłać je jeszcze raz: to samo zgłoszenie przyjmiemy tylko raz. Możesz też wysłać je e-mailem.',
    byMail: 'Wyślij e-mailem z tą treścią',
    mailCut:
      'Opis jest dłuższy, niż mieści się w takim linku, więc w e-mailu będzie jego początek. Resztę skopiuj z formularza.',
    promisedBy: (when) => `Odpowiemy najpóźniej: ${when}. Awarie obsługujemy przed innymi zgłoszeniami.`,
  },
  en: {
    ...FORM_WORDS.en,
    title: 'Shop or panel down?',
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
    beforeSteps: ['Do not update the shop or change its settings.', 'Note since when it has been down.'],
    form: 'Report an outage here',
    labels: { ...FORM_WORDS.en.labels, description: 'What do you see?' },
    hints: { ...FORM_WORDS.en.hints, description: 'Since when, on which page, what the screen shows.' },
    send: 'Report the outage',
    first: 'Outages come before all other tickets.',
    noFiles: 'This form takes no files.',
    missing: { ...FORM_WORDS.en.missing, description: 'Write what you see.' },
    refusals: {
      ...FORM_WORDS.en.refusals,
      'support-expired': 'This shop has no support today, so we cannot take an outage here.',
      'idempotency-key-reused':
        'This form was sent before with another text, and we have that ticket. To send this one as well, press “Report the outage” once more.',
      'too-large': 'The text is too long. Go back to the form in your browser and shorten it.',
    },
    promised: (when) => `We answer at the latest ${when}. Outages come before all other tickets.`,
    again: 'Back to the emergency page',
    subject: (facts) => `Outage: ${facts}`,
    mailSubject: 'Shop outage',
    mailBody: ['Support number: ', 'Address of the shop: ', 'What is down: ', 'Since when: ', 'My telephone: '],
    letterLabels: {
      supportNumber: 'Support number',
      installUrl: 'Address of the shop',
      facts: 'What is down',
      description: 'What I see',
      email: 'My e-mail',
      phone: 'My telephone',
    },
    fileNote: 'This page stands on a server of its own and does not know whether we are open now. See the hours above.',
    fileForm: 'The form (if the help server is up)',
    lost: 'The help service does not answer now. Call us or write an e-mail.',
    checkedAt: (time) => `As of ${time}. It is shown for 15 minutes.`,
    sending: 'Sending the ticket…',
    unansweredTitle: 'The help service did not answer',
    unanswered:
      'Nobody knows whether the ticket arrived. You can send it again: the same ticket is taken once only. You can also send it by e-mail.',
    byMail: 'Send it by e-mail',
    mailCut:
      'The text is longer than such a link can be, so the e-mail has its beginning. Copy the rest from the form.',
    promisedBy: (when) => `We answer at the latest: ${when}. Outages come before all other tickets.`,
  },
};

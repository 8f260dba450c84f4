import type { Language } from '../../contract/lists.ts';
import { FORM_WORDS, type FormWords } from './form-words.ts';

/** What the pages of the vendor's form say in one language, besides what every form says. */
export interface TicketFormWords extends FormWords {
  title: string;
  lead: string;
  next: string;
  send: string;
  choose: string;
  covered: string;
  outside: string;
  /** of topics that are open to a shop without support */
  open: string;
  /** under the address, where letters go out */
  answerHere: string;
  keptFiles: string;
  recognised: string;
  active: (host: string, lastDay: string) => string;
  expired: (host: string, lastDay: string) => string;
  /** @param firstDay on which its support begins */
  later: (host: string, firstDay: string) => string;
  /** @param seller null where nobody knows it */
  soldElsewhere: (host: string, seller: string | null) => string;
  notTaking: string;
  quick: string;
  quickMore: string;
  where: string;
  whereMore: string;
  outage: string;
  outageMore: string;
  outagePage: string;
  outageFacts: string;
  outageCall: string;
  hours: string;
  lost: string;
  plain: string;
  loading: string;
  notLoaded: string;
  privacy: string;
  another: string;
}

export const TICKET_FORM_WORDS: Record<Language, TicketFormWords> = {
  pl: {
    ...FORM_WORDS.pl,
    title: 'Napisz do pomocy technicznej',
    lead: 'Podaj numer i adres sklepu, potem opisz, co się dzieje.',
    next: 'Dalej',
    send: 'Wyślij zgłoszenie',
    choose: 'Wybierz…',
    covered: 'Objęte pomocą',
    outside: 'Poza zakresem pomocy',
    open: 'Otwarte bez pomocy technicznej',
    answerHere: 'Tu wyślemy odpowiedź.',
    keptFiles: 'Te pliki już mamy. Odznacz te, których nie chcesz wysłać.',
    recognised: 'Sklep rozpoznany',
    active: (host, lastDay) => `${host}, pomoc do ${lastDay}`,
    expired: (host, lastDay) =>
      `${host}, pomoc skończyła się ${lastDay}. Nadal możesz zgłosić lukę w zabezpieczeniach lub błąd krytyczny, zapytać o aktualizacje albo napisać w sprawie przedłużenia.`,
    later: (host, firstDay) =>
      `${host}, pomoc zacznie się ${firstDay}. Wcześniej możesz zgłosić lukę w zabezpieczeniach lub błąd krytyczny, zapytać o aktualizacje albo napisać w sprawie przedłużenia.`,
    soldElsewhere: (host, seller) =>
      `${host} był kupiony u innego sprzedawcy${seller ? ` (${seller})` : ''} i to on udziela pomocy. Lukę w zabezpieczeniach lub błąd krytyczny możesz zgłosić nam zawsze.`,
    notTaking: 'Formularz teraz nie działa. Spróbuj za chwilę albo napisz e-mail:',
    quick: 'Szybciej z panelu sklepu',
    quickMore: 'Zgłoszenia z „Pomoc online” w panelu czytamy przed innymi, a numer i adres wpisują się same.',
    where: 'Gdzie jest numer?',
    whereMore: 'Na stronie głównej panelu, w zakładce „Informacje o sklepie”. Ma zwykle 8 znaków.',
    outage: 'Sklep nie działa?',
    outageMore: 'Tam jest telefon i formularz awarii:',
    outagePage: 'strona awaryjna',
    outageFacts: 'Gdy to awaria: co nie działa?',
    outageCall: 'Awarię najszybciej zgłosisz telefonem:',
    hours: 'Kiedy pracujemy',
    lost: 'Zgubiony link do zgłoszenia?',
    plain: 'Formularz bez skryptów',
    loading: 'Formularz się wczytuje…',
    notLoaded: 'Formularz się nie wczytał. Możesz napisać w formularzu bez skryptów:',
    privacy: 'Co dzieje się z danymi?',
    another: 'Napisz kolejne zgłoszenie',
  },
  en: {
    ...FORM_WORDS.en,
    title: 'Write to technical support',
    lead: 'Give the support number and the address of the shop, then describe what is happening.',
    next: 'Next',
    send: 'Send the ticket',
    choose: 'Choose…',
    covered: 'Covered by support',
    outside: 'Outside support',
    open: 'Open without support',
    answerHere: 'The reply will be sent here.',
    keptFiles: 'We have these files. Untick those that you do not want to send.',
    recognised: 'Shop recognised',
    active: (host, lastDay) => `${host}, support until ${lastDay}`,
    expired: (host, lastDay) =>
      `${host}, support ended on ${lastDay}. You can still report a security hole or a critical bug, ask about updates or write about more support.`,
    later: (host, firstDay) =>
      `${host}, support begins on ${firstDay}. Until then you can report a security hole or a critical bug, ask about updates or write about more support.`,
    soldElsewhere: (host, seller) =>
      `${host} was bought from another seller${seller ? ` (${seller})` : ''}, who gives the support. You can always report a security hole or a critical bug to us.`,
    notTaking: 'The form does not work now. Try again in a moment, or write an e-mail:',
    quick: 'Quicker from the panel of the shop',
    quickMore:
      'We read tickets from “Pomoc online” in the panel before others, and number and address fill themselves in.',
    where: 'Where is the number?',
    whereMore: 'On the home page of the panel, in the tab “Informacje o sklepie”. It usually has 8 characters.',
    outage: 'Is the shop down?',
    outageMore: 'There is the telephone, and a form for outages:',
    outagePage: 'emergency page',
    outageFacts: 'If it is an outage: what is down?',
    outageCall: 'An outage is reported soonest by telephone:',
    hours: 'When we work',
    lost: 'Lost the link to a ticket?',
    plain: 'Form without scripts',
    loading: 'The form is loading…',
    notLoaded: 'The form did not load. You can write in the form without scripts:',
    privacy: 'What happens to the data?',
    another: 'Write another ticket',
  },
};

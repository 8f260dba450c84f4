import type { Language, OutageFact } from '../../contract/lists.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Field } from './typed-ticket.ts';

/** What every form of ours without a script says, in one language. */
export interface FormWords {
  trade: string;
  labels: Record<Field, string>;
  hints: Partial<Record<Field, string>>;
  optional: string;
  facts: Record<OutageFact, string>;
  errorsTitle: string;
  missing: Record<Field, string>;
  unfit: Record<Field, string>;
  tooLong: string;
  unknownShop: string;
  /** why a file was not taken, by problem code */
  fileRefusals: Partial<Record<ProblemCode | 'empty', string>>;
  /** where files are too large together */
  filesTooLarge: string;
  fileRefused: string;
  refusals: Partial<Record<ProblemCode, string>>;
  refused: string;
  kept: string;
  filesAgain: string;
  done: (number: string) => string;
  doneNumber: string;
  promised: (when: string) => string;
  notPromised: string;
  answerByMail: (email: string) => string;
  answerOtherwise: string;
}

export const FORM_WORDS: Record<Language, FormWords> = {
  pl: {
    trade: ', producent shopGold',
    labels: {
      supportNumber: 'Numer pomocy technicznej',
      installUrl: 'Adres sklepu',
      facts: 'Co nie działa?',
      description: 'Co się dzieje?',
      files: 'Pliki',
      subject: 'Tytuł',
      topic: 'Czego dotyczy zgłoszenie?',
      email: 'Twój e-mail',
      phone: 'Twój telefon',
    },
    hints: {
      supportNumber: 'Ma zwykle 8 znaków.',
      description: 'Na której stronie, od kiedy, co widać na ekranie?',
      files: 'Do 5 plików, razem do 10 MB: zdjęcia, PDF, ZIP, tekst.',
    },
    optional: 'nieobowiązkowo',
    facts: {
      'shop-down': 'Sklep nie otwiera się klientom',
      'orders-blocked': 'Klienci nie mogą złożyć zamówienia',
      'panel-down': 'Panel nie działa',
      'break-in': 'Podejrzenie włamania',
    },
    errorsTitle: 'Zgłoszenie jeszcze nie wysłane',
    missing: {
      supportNumber: 'Wpisz numer pomocy technicznej.',
      installUrl: 'Wpisz adres sklepu.',
      facts: 'Zaznacz, co nie działa.',
      description: 'Opisz, co się dzieje.',
      files: 'Dodaj plik.',
      subject: 'Wpisz krótki tytuł, np. „Nie działa koszyk”.',
      topic: 'Wybierz z listy.',
      email: 'Wpisz swój e-mail.',
      phone: 'Wpisz numer telefonu.',
    },
    unfit: {
      supportNumber: 'Numer ma od 4 do 32 liter i cyfr.',
      installUrl: 'Adres zawiera znaki, których nie przyjmujemy. Przepisz go ręcznie.',
      facts: 'Zaznacz, co nie działa.',
      description: 'Opis zawiera znaki, których nie przyjmujemy. Przepisz go ręcznie.',
      files: 'Do zgłoszenia możesz dodać 5 plików.',
      subject: 'Tytuł ma co najmniej 3 znaki, bez znaków specjalnych.',
      topic: 'Wybierz z listy.',
      email: 'To nie wygląda na adres e-mail, na przykład anna@sklep.pl.',
      phone: 'Numer zawiera znaki, których nie przyjmujemy. Przepisz go ręcznie.',
    },
    tooLong: 'Tego tekstu jest za dużo. Skróć go.',
    unknownShop: 'Nie znamy sklepu o tym numerze i adresie. Sprawdź jedno i drugie.',
    fileRefusals: {
      'file-kind-refused': 'przyjmujemy zdjęcia (PNG, JPEG, WebP, GIF), PDF, ZIP i tekst.',
      'too-large': 'plik może mieć do 10 MB.',
      empty: 'plik jest pusty.',
      'pixels-exceeded': 'zdjęcie ma za dużo pikseli.',
      'quota-exceeded': 'za dużo plików z tego sklepu czeka na wysłanie. Spróbuj później albo wyślij bez pliku.',
    },
    filesTooLarge: 'Pliki mają razem ponad 10 MB. Dodaj mniejsze albo mniej.',
    fileRefused: 'tego pliku nie udało się przyjąć.',
    refusals: {
      'shop-unrecognised': 'Nie znamy sklepu o tym numerze i adresie. Sprawdź jedno i drugie.',
      'signature-required': 'Ten sklep przyjmuje zgłoszenia tylko ze swojego panelu.',
      'support-expired':
        'Ten sklep nie ma dziś pomocy technicznej. Przyjmujemy od niego zgłoszenia o lukach w zabezpieczeniach i błędach krytycznych, o aktualizacjach i o przedłużeniu pomocy.',
      'not-bought-directly':
        'Ten sklep był kupiony u innego sprzedawcy i to on udziela pomocy. Lukę w zabezpieczeniach lub błąd krytyczny możesz zgłosić nam zawsze.',
      'sender-blocked': 'Z tego miejsca nie przyjmujemy teraz zgłoszeń bez potwierdzenia.',
      'rate-limited': 'Przyszło stąd za dużo zgłoszeń. Spróbuj później.',
      'idempotency-key-reused':
        'Ten formularz był już wysłany z inną treścią i tamto zgłoszenie mamy. Żeby wysłać także to, naciśnij „Wyślij zgłoszenie” jeszcze raz.',
      'too-large': 'Tekstu jest za dużo. Napisz krócej.',
      'unsupported-media-type': 'Przeglądarka wysłała formularz w postaci, której nie czytamy.',
      overloaded:
        'Za dużo osób wysyła teraz pliki. Odczekaj chwilę i odśwież tę stronę: przeglądarka zapyta, czy wysłać formularz jeszcze raz, i wyśle go w całości.',
    },
    refused: 'Nie udało się zapisać zgłoszenia. Spróbuj za chwilę.',
    kept: 'Wszystko, co jest w formularzu, zostało.',
    filesAgain: 'Tekst został. Pliki dodaj jeszcze raz.',
    done: (number) => `Przyjęliśmy zgłoszenie nr ${number}`,
    doneNumber: 'Zapisz ten numer: podasz go w rozmowie z nami.',
    promised: (when) => `Odpowiemy najpóźniej ${when}, zwykle szybciej.`,
    notPromised: 'Terminu odpowiedzi nie podajemy.',
    answerByMail: (email) => `Odpowiedź wyślemy na adres ${email}.`,
    answerOtherwise: 'Ten serwis nie wysyła e-maili. O odpowiedź pytaj, podając numer zgłoszenia.',
  },
  en: {
    trade: ', makers of shopGold',
    labels: {
      supportNumber: 'Support number',
      installUrl: 'Address of the shop',
      facts: 'What is down?',
      description: 'What is happening?',
      files: 'Files',
      subject: 'Title',
      topic: 'What is it about?',
      email: 'Your e-mail',
      phone: 'Your telephone',
    },
    hints: {
      supportNumber: 'It usually has 8 characters.',
      description: 'On which page, since when, what does the screen show?',
      files: 'Up to 5 files, 10 MB together: pictures, PDF, ZIP, text.',
    },
    optional: 'optional',
    facts: {
      'shop-down': 'The shop does not open for customers',
      'orders-blocked': 'Customers cannot place orders',
      'panel-down': 'The panel is down',
      'break-in': 'A break-in is suspected',
    },
    errorsTitle: 'The ticket has not been sent yet',
    missing: {
      supportNumber: 'Type the support number.',
      installUrl: 'Type the address of the shop.',
      facts: 'Tick what is down.',
      description: 'Describe what is happening.',
      files: 'Add a file.',
      subject: 'Type a short title, e.g. “The cart does not work”.',
      topic: 'Choose from the list.',
      email: 'Type your e-mail.',
      phone: 'Type a telephone number.',
    },
    unfit: {
      supportNumber: 'The number has 4 to 32 letters and digits.',
      installUrl: 'The address has characters that we do not take. Type it by hand.',
      facts: 'Tick what is down.',
      description: 'The text has characters that we do not take. Type it by hand.',
      files: 'A ticket may have 5 files.',
      subject: 'A title has at least 3 characters, and no special ones.',
      topic: 'Choose from the list.',
      email: 'This does not look like an e-mail address, such as anna@shop.pl.',
      phone: 'The number has characters that we do not take. Type it by hand.',
    },
    tooLong: 'This text is too long. Shorten it.',
    unknownShop: 'We know no shop with this number and address. Check both.',
    fileRefusals: {
      'file-kind-refused': 'we take pictures (PNG, JPEG, WebP, GIF), PDF, ZIP and text.',
      'too-large': 'a file may have up to 10 MB.',
      empty: 'the file is empty.',
      'pixels-exceeded': 'the picture has too many pixels.',
      'quota-exceeded': 'too many files of this shop wait to be sent. Try later, or send without the file.',
    },
    filesTooLarge: 'The files are more than 10 MB together. Add smaller ones, or fewer.',
    fileRefused: 'this file could not be taken.',
    refusals: {
      'shop-unrecognised': 'We know no shop with this number and address. Check both.',
      'signature-required': 'This shop takes tickets from its own panel only.',
      'support-expired':
        'This shop has no support today. We take its tickets about security holes and critical bugs, about updates and about more support.',
      'not-bought-directly':
        'This shop was bought from another seller, who gives the support. You can always report a security hole or a critical bug to us.',
      'sender-blocked': 'From this place we take no tickets without proof now.',
      'rate-limited': 'Too many tickets came from here. Try again later.',
      'idempotency-key-reused':
        'This form was sent before with another text, and we have that ticket. To send this one as well, press “Send the ticket” once more.',
      'too-large': 'The text is too long. Write less.',
      'unsupported-media-type': 'The browser sent the form in a shape that we do not read.',
      overloaded:
        'Too many people send files right now. Wait a moment and reload this page: the browser asks whether to send the form again, and sends the whole of it.',
    },
    refused: 'The ticket could not be stored. Try again in a moment.',
    kept: 'Everything in the form has been kept.',
    filesAgain: 'The text has been kept. Add the files again.',
    done: (number) => `We have your ticket no. ${number}`,
    doneNumber: 'Note this number: you will be asked for it when you call.',
    promised: (when) => `We answer at the latest ${when}, usually sooner.`,
    notPromised: 'We give no time of reply.',
    answerByMail: (email) => `The reply will be sent to ${email}.`,
    answerOtherwise: 'This service sends no e-mail. Ask for the reply, and give the number of the ticket.',
  },
};

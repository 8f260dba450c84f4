import type { SupportState, Topic } from '../../../src/contract/lists.ts';
import { bind } from './panel.ts';

/** What a shop without support can still do, by the states of `shop-status`. */
export const stillPossible: Record<SupportState, string> = {
  active: 'Zgłoszenia wysłane do tego dnia dokończymy.',
  expired:
    'Nadal możesz zgłosić lukę lub błąd krytyczny, zapytać o aktualizacje albo o przedłużenie pomocy. Twój tekst nie zginie.',
  'not-bought-directly': 'W sprawie pomocy napisz do sprzedawcy. Lukę lub błąd krytyczny możesz zgłosić nam zawsze.',
  unrecognised: 'Ten numer i ten adres nie pasują razem do żadnego sklepu w naszym rejestrze. Twój tekst nie zginie.',
};

/** Texts about drafts of other tabs, and about a draft that may have arrived. */
export const draftWords = {
  other: 'Jest też inny szkic:',
  show: 'Pokaż go tutaj',
  drop: 'Usuń',
  mayHaveArrived: 'Poprzednia wersja mogła już dotrzeć. Poprawiona trafi do tego samego zgłoszenia.',
};

/** Texts of rarely shown views: the form for the shop, outage facts, a shop without support. */
export const lazyWords = {
  notThisShop: 'To nie ten sklep?',
  asOf: 'Stan z:',
  until: 'Pomoc do',
  promise: 'Odpowiadamy najpóźniej w ciągu 72 godzin.',
  rules: 'Zasady pomocy',
  identityTitle: 'Który to sklep?',
  identityMore: 'Nie rozpoznaliśmy go na tej stronie. Podaj numer i adres raz, zapamiętamy.',
  supportNumberHint:
    'Jest na stronie głównej panelu, w zakładce „Informacje o sklepie”. Przepisz wielkie i małe litery tak, jak tam stoją.',
  supportNumberWrong: 'To nie wygląda na numer pomocy. Ma zwykle 8 znaków, np. 7KcWt9Ru.',
  installUrlWrong: 'Podaj adres, np. www.moj-sklep.pl',
  goOn: 'Dalej',
  correct: 'Popraw numer lub adres',
  back: 'Wróć bez zmiany',
  otherShop: 'Ta strona należy do innego sklepu niż',
  otherShopMore: 'Możesz mimo to wysłać zgłoszenie.',
  signature: 'Zgłoszenia tego sklepu przyjmujemy tylko z panelu, który je podpisuje.',
  signatureMore: 'Zaloguj się w panelu jeszcze raz albo napisz e-mail.',
  seller: 'Sprzedawca:',
  renewal: 'Przedłuż pomoc techniczną',
  whatOfData: 'Co dzieje się z danymi?',
  mailInstead: 'Napisz e-mail z tą treścią',
  mailInsteadMore: 'Przy e-mailu nie gwarantujemy terminu odpowiedzi. Nasz adres:',
  privacy: (vendor = 'KAMELIA-NET') =>
    `Dane trafiają do firmy ${vendor}, producenta programu, i służą tylko do odpowiedzi. Bez numeru i adresu sklepu nie możemy pomóc.`,
  privacyLink: 'Więcej',
  meant: 'Czy chodziło o',
  askRenewal: 'Napisz w sprawie przedłużenia',
  compared: 'Sprawdziliśmy:',
  subjectHint: 'Z Twoich słów, możesz zmienić.',
  subjectOwn: 'W kilku słowach.',
  change: 'Zmień',
  topicKept: 'Temat wybrany wcześniej',
  notCovered: 'Pokaż, czego pomoc nie obejmuje',
  covered: 'Objęte pomocą',
  outside: 'Poza zakresem pomocy',
  facts: 'Co nie działa?',
  factsHint: 'Zaznacz, co nie działa – takie zgłoszenia obsługujemy przed innymi.',
  factsMissing:
    'Czy coś z tej listy teraz nie działa? Zaznacz, a zajmiemy się tym przed innymi. Jeśli nic, wyślij jeszcze raz.',
  phone: 'Telefon do kontaktu',
  phoneHint: 'Nieobowiązkowo.',
  call: 'Zadzwoń',
  openNow: 'Teraz otwarte',
  closedNow: 'Teraz zamknięte',
  placed: 'To zgłoszenie czytamy przed innymi.',
  before: 'Zanim odpowiemy',
  emergency: 'Gdy panel przestanie się otwierać, użyj strony:',
};

/** What to do meanwhile, in an outage. */
export const beforeSteps = ['Nie aktualizuj sklepu i nie zmieniaj ustawień.', 'Zapisz, od kiedy nie działa.'];

/** Topics to choose until the service has sent its own. */
export const firstTopics = { outage: 'Awaria – sklep lub panel nie działa', other: 'Inny temat' } satisfies Partial<
  Record<Topic, string>
>;

const DAYS: Record<string, string> = {
  mon: 'pon.',
  tue: 'wt.',
  wed: 'śr.',
  thu: 'czw.',
  fri: 'pt.',
  sat: 'sob.',
  sun: 'niedz.',
};

/** „pon.–pt. 8:00–16:00”, as the service says it in its answers. @param hours as the loader carries them: `mon-fri 08:00-16:00` */
export function officeHours(hours: string): string {
  return bind(hours.replace(/[a-z]+|-|\b0(?=\d:)/g, (part) => (part === '-' ? '–' : (DAYS[part] ?? ''))));
}

/** What the e-mail address is for, where that is known: replies go out, or do not. */
export function mailedInWords(isMailed?: boolean, name?: string): string {
  const on = 'Odpowiedź wyślemy też e-mailem, chyba że od razu przeczytasz ją tutaj.';
  const off = 'E-maila nie wyślemy. Adres przyda się, gdyby odpowiedź w panelu nie dotarła.';
  return `${isMailed === undefined ? '' : bind(isMailed ? on : off)} ${name ? `Podpis: ${name}` : ''}`.trim();
}

import { WARSAW } from '../../contract/warsaw.ts';
import type { LetterWords } from './letter-words.ts';

/** „we wtorek”, „w środę”: the day in the accusative with its preposition, from Monday. */
const ON_DAYS = ['w poniedziałek', 'we wtorek', 'w środę', 'w czwartek', 'w piątek', 'w sobotę', 'w niedzielę'];

const MONTHS = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
];

export const POLISH: LetterWords = {
  language: 'pl',
  hello: 'Dzień dobry,',
  receiptSubject: 'Pomoc shopGold: zgłoszenie przyjęte',
  lateSubject: 'Pomoc shopGold: odpowiedź może się spóźnić',
  linkSubject: 'Pomoc shopGold: link do zgłoszenia',
  received: (number) => `zgłoszenie nr ${number} jest u nas.`,
  outageFirst: 'Awarie obsługujemy przed innymi zgłoszeniami.',
  outageCall: (phone, hours) => `Możesz też zadzwonić: ${phone} (${hours}).`,
  promised: (day) => `Odpowiemy najpóźniej ${day}.`,
  noPromiseEmail:
    'Na e-maile odpowiadamy po zgłoszeniach z panelu sklepu i bez gwarantowanego terminu. Szybciej jest przez „Pomoc online” w panelu: takie zgłoszenia czytamy w pierwszej kolejności, a numer i adres sklepu wpisują się same.',
  noPromiseEnded: (lastDay) =>
    `Pomoc techniczna tego sklepu skończyła się ${lastDay}, dlatego nie podajemy terminu odpowiedzi. Zgłoszenie przeczytamy.`,
  noPromiseBefore: (firstDay) =>
    `Pomoc techniczna tego sklepu zacznie się ${firstDay}, dlatego nie podajemy terminu odpowiedzi. Zgłoszenie przeczytamy.`,
  renewal: 'Jak przedłużyć pomoc',
  updates: 'Aktualizacje na koncie w sklepie shopGold',
  noPromiseSeller: (seller) =>
    `Ten sklep nie był kupiony bezpośrednio u nas, więc pomocy udziela jego sprzedawca${seller ? ` (${seller})` : ''}, a my nie podajemy terminu odpowiedzi. Zgłoszenie przeczytamy.`,
  replyComes: 'Odpowiedź przyjdzie na ten adres.',
  replyInPanelToo:
    'Odpowiedź zobaczysz w panelu sklepu, w „Pomoc online”. Przyślemy ją też na ten adres, chyba że od razu przeczytasz ją tam.',
  writeOn: {
    byMail: 'Chcesz coś dopisać albo dołączyć plik? Odpowiedz na tę wiadomość.',
    byLink:
      'Chcesz coś dopisać albo dołączyć plik? Zrób to pod tym linkiem, bo odpowiedź na tę wiadomość nie trafi do zgłoszenia.',
  },
  writeOnInPanel:
    'Chcesz coś dopisać? Otwórz „Pomoc online” w panelu sklepu, a tam „Moje zgłoszenia”. Odpowiedź na tę wiadomość nie trafi do zgłoszenia.',
  writeOnLater:
    'Chcesz coś dopisać? Link do zgłoszenia przyślemy razem z odpowiedzią. Odpowiedź na tę wiadomość nie trafi do zgłoszenia.',
  link: 'Zgłoszenie i cała rozmowa',
  linkKept: 'Link otwiera tylko to zgłoszenie. Nie przesyłaj go osobom, którym nie ufasz.',
  notYou: 'To nie Twoje zgłoszenie? Nie musisz nic robić: więcej takich wiadomości dziś nie wyślemy.',
  agent: 'Pomoc shopGold',
  replies: (author, number) => `${author} odpowiada na zgłoszenie nr ${number}:`,
  files: (names) => `Pliki do tej odpowiedzi: ${names}. Możesz je pobrać pod linkiem poniżej.`,
  waitsForYou: {
    byMail: 'Czekamy na Twoją odpowiedź. Odpowiedz na tę wiadomość, możesz dołączyć pliki.',
    byLink:
      'Czekamy na Twoją odpowiedź. Napisz ją pod tym linkiem, bo odpowiedź na tę wiadomość nie trafi do zgłoszenia.',
  },
  solved: {
    byMail: 'Uważamy sprawę za załatwioną. Jeśli to nie pomogło, odpowiedz na tę wiadomość.',
    byLink:
      'Uważamy sprawę za załatwioną. Jeśli to nie pomogło, napisz pod tym linkiem: odpowiedź na tę wiadomość nie trafi do zgłoszenia.',
  },
  goesOn: 'Dalej nad tym pracujemy.',
  writesAgain: (day) => `Dalej nad tym pracujemy. Odpiszemy najpóźniej ${day}.`,
  solutionOf: (title, number) => `Problem „${title}”, którego dotyczy zgłoszenie nr ${number}, jest rozwiązany.`,
  copyOf: (author, number) => `Kopia: ${author} odpowiada na zgłoszenie nr ${number}:`,
  copiedFiles: (names) => `Pliki do tej odpowiedzi: ${names}. Dostał je autor zgłoszenia, kopia ich nie zawiera.`,
  copyReason: 'Ta kopia przyszła, bo ten adres był w wiadomości, na którą odpowiadamy.',
  question:
    'dziękujemy za wiadomość. Żeby się nią zająć, potrzebujemy numeru pomocy technicznej i adresu sklepu. W Twojej wiadomości ich nie znaleźliśmy albo do siebie nie pasują.',
  questionWhere: 'Numer znajdziesz na stronie głównej panelu sklepu, w „Informacjach o sklepie”. Ma zwykle 8 znaków.',
  questionHow: 'Odpowiedz na tę wiadomość i wpisz numer oraz adres. Opisu nie trzeba powtarzać: mamy go.',
  questionPanel: 'Szybciej jest przez „Pomoc online” w panelu sklepu: tam numer i adres wpisują się same.',
  questionSubject: 'Pomoc shopGold: potrzebujemy numeru i adresu sklepu',
  late: (number, day) =>
    `obiecaliśmy odpowiedzieć na zgłoszenie nr ${number} najpóźniej ${day}. Odpowiedź może przyjść później, przepraszamy.`,
  lateSorry: 'Zgłoszenie nie zginęło i nie musisz nic robić: odpowiemy najszybciej, jak się da.',
  linkAsked: (number) => `oto link do zgłoszenia nr ${number}, o który ktoś, zapewne Ty, poprosił.`,
  linkNotYou: 'To nie Ty? Nie musisz nic robić: link dostał tylko ten adres.',
  emergency: 'Sklep albo panel nie działa? Strona awaryjna',
  unsubscribe: (number) => `Nie chcę wiadomości o zgłoszeniu ${number}`,
  reason: (number) => `Ta wiadomość przyszła, bo ten adres podano do kontaktu w zgłoszeniu ${number}.`,
  alertSubject: (number, shop) => `Awaria poza godzinami: ${shop} (${number})`,
  alert: (number, shop, at) => `Zgłoszenie nr ${number}, sklep ${shop}, przyszło ${at} jako awaria.`,
  alertFacts: 'Zaznaczono',
  alertPhone: (phone) => `Telefon: ${phone}`,
  alertDesk: 'Zgłoszenie w biurku pomocy',
  advisoryPanel: 'Masz pytania? Napisz przez „Pomoc online” w panelu sklepu.',
  advisoryReason: 'Ta wiadomość przyszła, bo ten adres jest kontaktem sklepu w wersji, której to dotyczy.',
  facts: {
    'shop-down': 'sklep nie otwiera się klientom',
    'orders-blocked': 'klienci nie mogą złożyć zamówienia',
    'panel-down': 'panel nie działa',
    'break-in': 'podejrzenie włamania',
  },
  when: (at) => {
    const here = at.toZonedDateTimeISO(WARSAW);
    const clock = `${here.hour}:${String(here.minute).padStart(2, '0')}`;
    return `${ON_DAYS[here.dayOfWeek - 1]} ${here.day} ${MONTHS[here.month - 1]} o ${clock}`;
  },
  day: ({ day, month, year }) => `${day} ${MONTHS[month - 1]} ${year}`,
};

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
  hello: 'Dzień dobry,',
  neutralSubject: 'Pomoc shopGold: zgłoszenie przyjęte',
  received: (number) => `zgłoszenie nr ${number} jest u nas.`,
  promised: (day) => `Odpowiemy najpóźniej ${day}.`,
  noPromiseEmail:
    'Na listy odpowiadamy po zgłoszeniach z panelu sklepu i bez gwarantowanego terminu. Szybciej jest przez „Pomoc online” w panelu: takie zgłoszenia czytamy pierwsze, a numer i adres sklepu wpisują się same.',
  noPromiseEnded: (lastDay) =>
    `Pomoc techniczna tego sklepu skończyła się ${lastDay}, dlatego nie podajemy terminu odpowiedzi. List przeczytamy.`,
  noPromiseSeller:
    'Ten sklep nie był kupiony bezpośrednio u nas, więc pomocy udziela jego sprzedawca i nie podajemy terminu odpowiedzi. List przeczytamy.',
  replyComes: 'Odpowiedź przyjdzie na ten adres.',
  writeOnByMail: 'Chcesz coś dopisać albo dołączyć plik? Odpowiedz na ten list.',
  writeOnByLink: 'Chcesz coś dopisać albo dołączyć plik? Otwórz zgłoszenie:',
  writeOnInPanel: 'Chcesz coś dopisać? Otwórz „Pomoc online” w panelu sklepu, a tam „Moje zgłoszenia”.',
  link: 'Zgłoszenie i cała rozmowa',
  linkKept: 'Odnośnik otwiera tylko to zgłoszenie. Nie przesyłaj go osobom, którym nie ufasz.',
  notYou: 'To nie Twoje zgłoszenie? Nie rób nic, więcej takich listów dziś nie wyślemy.',
  agent: 'Pomoc shopGold',
  waitsForYou: 'Czekamy na Twoją odpowiedź.',
  solved: 'Uważamy sprawę za załatwioną. Jeśli nie pomogło, po prostu odpisz.',
  solutionOf: (title) => `Problem „${title}”, którego dotyczy Twoje zgłoszenie, jest rozwiązany.`,
  question:
    'dziękujemy za list. Żeby się nim zająć, potrzebujemy numeru pomocy technicznej i adresu sklepu, a w liście ich nie znaleźliśmy albo do siebie nie pasują.',
  questionWhere:
    'Numer stoi na stronie głównej panelu sklepu, w „Informacjach o sklepie”. Ma zwykle 8 znaków, a wielkość liter ma znaczenie.',
  questionHow: 'Odpowiedz na ten list i wpisz numer oraz adres. Całego opisu nie trzeba powtarzać: mamy go.',
  questionPanel: 'Szybciej jest przez „Pomoc online” w panelu sklepu: tam numer i adres wpisują się same.',
  questionSubject: 'Pomoc shopGold: potrzebujemy numeru i adresu sklepu',
  late: (number, day) => `na zgłoszenie nr ${number} mieliśmy odpowiedzieć najpóźniej ${day}. Możemy nie zdążyć.`,
  lateSorry: 'Przepraszamy. Zgłoszenie nie zginęło, nic nie trzeba robić: odpowiemy najszybciej, jak się da.',
  linkAsked: (number) => `oto odnośnik do zgłoszenia nr ${number}, o który ktoś, zapewne Ty, poprosił.`,
  linkNotYou: 'To nie Ty? Nie rób nic: odnośnik ma tylko ten adres.',
  emergency: 'Sklep albo panel nie działa? Strona awaryjna z telefonem',
  unsubscribe: (number) => `Nie wysyłaj mi listów o zgłoszeniu ${number}`,
  reason: 'Dostajesz ten list, bo w zgłoszeniu podano ten adres e-mail.',
  alertSubject: (number, shop) => `Awaria poza godzinami: ${shop} (${number})`,
  alert: (number, shop, at) => `Zgłoszenie nr ${number}, sklep ${shop}, przyszło ${at} jako awaria.`,
  alertFacts: 'Zaznaczono',
  alertPhone: (phone) => `Telefon: ${phone}`,
  alertDesk: 'Zgłoszenie w biurku pomocy',
  advisoryPanel: 'Pytania? Napisz przez „Pomoc online” w panelu sklepu.',
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

import type { AddressKind, ShopChangeField, ShopTerm } from '../../../../src/contract/lists.ts';
import type { ProblemCode } from '../../../../src/contract/problem.ts';
import { form } from '../../../words/pl/grammar.ts';
import type { AddressFailure, AddressUse } from '../addresses-model.ts';
import type { Fact } from '../facts-model.ts';

const months = (count: number): string => `${count}\u00a0${form(count, 'miesiąc', 'miesiące', 'miesięcy')}`;

/** In Polish: the pages of shops. */
export const pl = {
  // the list
  search: 'Szukaj sklepu: nazwa, numer pomocy, adres albo e-mail',
  shopNotLoaded: 'Nie udało się wczytać sklepu.',
  notLoaded: 'Nie udało się wczytać sklepów.',
  nothing: 'W\u00a0rejestrze nie ma jeszcze sklepów. Wczytuje je polecenie „pomoc shops import”.',
  nothingFound: 'Żaden sklep nie pasuje.',
  behind: (yours: string, current: string) => `wersja ${yours}, bieżąca ${current}`,
  upToDate: (yours: string) => `wersja ${yours}, bieżąca`,
  unknownVersion: 'wersja nieznana',

  // a shop
  allShops: 'Wszystkie sklepy',
  gone: 'Nie ma takiego sklepu.',
  itsTickets: 'Zgłoszenia tego sklepu',
  licence: 'Licencja',
  boughtOn: 'Kupiona',
  boughtDirectly: 'Sprzedawca',
  directly: 'my',
  notDirectly: 'inny sprzedawca – pomaga on, nie my (R3)',
  supportMonths: 'Pomoc w\u00a0cenie',
  months,
  packageOnlyAdmins: 'Pakiet może dodać tylko administrator.',
  onlyAdmins: 'To może zrobić tylko administrator.',

  // breach of licence
  breach: 'Naruszenie licencji',
  breachHint:
    'Zamyka tylko dostęp do aktualizacji (C3); pomoc techniczna trwa. Następny import rejestru przyjmie to, co będzie w\u00a0jego pliku.',
  setBreached: 'Oznacz naruszenie',
  setValid: 'Cofnij oznaczenie',

  // support, purchase by purchase
  history: 'Skąd ostatni dzień pomocy',
  noHistory: 'Pomocy udziela sprzedawca tego sklepu, więc nie ma okresu do policzenia (R3).',
  base: 'Licencja',
  extension: 'Pakiet',
  bought: (day: string) => `kupiono ${day}`,
  covers: (from: string, to: string) => `od ${from} do ${to}`,
  countedAlone: (start: string, count: number) => `liczone od ${start}: ${months(count)} (R2)`,
  countedJoined: (start: string, count: number) =>
    `zaczyna się nazajutrz po poprzednim okresie; liczone razem od ${start}: ${months(count)} (R4)`,
  countedAfterGap: (start: string, count: number) => `po przerwie, od dnia zakupu ${start}: ${months(count)} (R4)`,
  lastDay: 'Ostatni dzień pomocy',

  // adding a package
  addPackage: 'Dodaj pakiet',
  addAnother: 'Dodaj następny pakiet',
  monthsAsked: 'Na ile miesięcy',
  otherMonths: 'Inna liczba (1–36)',
  monthsNumber: 'Liczba miesięcy',
  purchasedOn: 'Dzień zakupu',
  preview: (to: string, before: string) => `Nowy ostatni dzień: ${to} (dotąd ${before}).`,
  previewCovers: (from: string, to: string) => `Ten pakiet obejmie dni od ${from} do ${to}.`,
  added: (to: string) => `Dodano. Pomoc trwa do ${to}.`,
  packageRefusals: {
    'invalid-request':
      'Dzień zakupu nie może być przyszły ani wcześniejszy niż zakup licencji, a\u00a0miesięcy musi być od 1 do 36.',
    'not-bought-directly': 'Tego sklepu nie obejmuje nasza pomoc (R3), więc pakiet nic mu nie da.',
  } satisfies Partial<Record<ProblemCode, string>>,
  failures: {
    unanswered: 'Brak połączenia. Spróbuj ponownie: to samo nie zapisze się dwa razy.',
    'secret-unanswered':
      'Brak połączenia. Sekret mógł powstać: jeśli jest na liście, unieważnij go i\u00a0utwórz nowy.',
    'not-proven': 'Nic się nie zmieniło: zabrakło potwierdzenia, że to Ty.',
    refused: 'Serwis odmówił. Odśwież stronę i\u00a0spróbuj ponownie.',
  },

  // what rules need besides the licence
  facts: 'Ustalenia i\u00a0warunki',
  factNames: {
    shopName: 'Nazwa sklepu',
    contactEmail: 'E-mail sklepu',
    edition: 'Wersja programu',
    purchasedOn: 'Dzień zakupu licencji',
    supportMonths: 'Miesiące pomocy z\u00a0licencją (R2)',
    boughtDirectly: 'Kto sprzedał (R3)',
    installedOn: 'Instalacja wykonana (C1)',
    individualTerms: 'Warunki indywidualne (N5)',
    purchaseAccount: 'Konto, z\u00a0którego kupiono (C3)',
    seller: 'Sprzedawca, jeśli nie my (R3)',
    note: 'Notatka dla zespołu',
  } satisfies Record<Fact, string>,
  noFact: {
    installedOn: 'nie odnotowano: pierwsza instalacja jest w\u00a0zakresie',
    individualTerms: 'brak: zmiany szablonu są poza zakresem',
    purchaseAccount: 'nieznane',
    seller: 'nie podano',
    note: 'brak',
  } satisfies Record<ShopTerm, string>,
  factHints: {
    shopName: 'Pod tą nazwą jest w\u00a0zgłoszeniach i\u00a0na listach.',
    contactEmail: 'Z\u00a0rejestru. Odpowiedzi idą na adres podany w\u00a0zgłoszeniu.',
    edition: 'Na przykład STANDARD albo PREMIUM. STANDARD jest bez instalacji przez nas (C1).',
    purchasedOn: 'Od tego dnia liczymy pomoc. Dzień w\u00a0przyszłości: pomoc jeszcze się nie zaczęła.',
    supportMonths: 'Zwykle 3 albo 6. Ostatni dzień pomocy zmieni się od razu, także w\u00a0panelu sklepu.',
    boughtDirectly: 'Sklepowi kupionemu u\u00a0innego sprzedawcy pomaga sprzedawca.',
    installedOn:
      'Następna instalacja będzie poza zakresem (N6). Wpisuje się też samo, gdy zgłoszenie o\u00a0instalacji jest rozwiązane.',
    individualTerms: 'Znoszą zasadę N5. Sklep widzi tylko, że są; treść widzą agenci.',
    purchaseAccount: 'Na tym koncie są aktualizacje. Nie podawaj go nikomu, kto nie potwierdził, że to jego sklep.',
    seller: 'Sklep kupiony gdzie indziej słyszy tę nazwę.',
    note: 'Widzą ją tylko agenci.',
  } satisfies Record<Fact, string>,
  factFaults: {
    missing: 'To pole nie może być puste.',
    months: 'Wpisz liczbę od 1 do 120.',
    email: 'To nie jest adres e-mail.',
  },
  changeFacts: 'Zmień ustalenia',
  changeAllFacts: 'Zmień dane i\u00a0ustalenia',
  saveFacts: 'Zapisz ustalenia',
  leaveFacts: 'Nie zmieniaj',
  factsOfAdmins: 'Licencję, warunki, konto i\u00a0sprzedawcę zmienia administrator.',
  factOutcomes: {
    saved: 'Zapisano. Zmiana jest w\u00a0historii.',
    conflict:
      'Ktoś zmienił ten sklep w\u00a0międzyczasie i\u00a0nic z\u00a0Twojego nie zapisano. Twój tekst został; zmiany są w\u00a0historii. Zapisz ponownie, jeśli ma zostać Twój.',
    unanswered: 'Brak połączenia. Twój tekst został; spróbuj ponownie.',
    refused: 'Serwis odmówił. Twój tekst został; odśwież stronę i\u00a0spróbuj ponownie.',
  },
  shopEnded: (moment: string) =>
    `Ten sklep zakończono w\u00a0rejestrze ${moment}: nie rozpoznajemy go już. Jego zgłoszenia zostały.`,

  // its tickets and its history
  tickets: 'Ostatnie zgłoszenia',
  noTickets: 'Ten sklep nie ma jeszcze zgłoszeń.',
  changes: 'Historia zmian',
  noChanges: 'Nie odnotowano jeszcze żadnej zmiany.',
  changeNames: {
    installUrl: 'adres sklepu',
    edition: 'wersja programu',
    purchasedOn: 'dzień zakupu',
    supportMonths: 'miesiące pomocy',
    boughtDirectly: 'gdzie kupiono',
    licenceState: 'licencja',
    shopName: 'nazwa',
    contactEmail: 'e-mail',
    shopVersion: 'zainstalowana wersja',
    installedOn: 'instalacja wykonana',
    individualTerms: 'warunki indywidualne',
    purchaseAccount: 'konto zakupu',
    seller: 'sprzedawca',
    note: 'notatka',
    added: 'dodano do rejestru',
    ended: 'zakończono w\u00a0rejestrze',
    package: 'dodano pakiet',
    panelUrl: 'adres panelu albo poprzedni',
    signature: 'podpis panelu',
  } satisfies Record<ShopChangeField, string>,
  changeValues: {
    'boughtDirectly:true': 'u\u00a0nas',
    'boughtDirectly:false': 'u\u00a0innego sprzedawcy',
    'licenceState:valid': 'ważna',
    'licenceState:breached': 'złamana',
    'signature:required': 'wymagany',
    'signature:optional': 'niewymagany',
  } as Record<string, string>,
  cameBack: 'wrócił do rejestru',
  emptied: 'usunięto',
  byImport: 'import albo polecenie operatora',
  byTicket: (number: string) => `rozwiązane zgłoszenie ${number}`,

  // addresses
  addresses: 'Adresy',
  addressesLead:
    'Sklep ma jeden adres (C5). Panel może stać pod innym, a\u00a0poprzedni adres sklepu rozpoznajemy jeszcze przez dwanaście miesięcy.',
  addressKinds: { shop: 'sklep', panel: 'panel', former: 'poprzedni' } satisfies Record<AddressKind, string>,
  addressSince: (day: string) => `od ${day}`,
  addressUntil: (day: string) => `do ${day}`,
  countsNot: 'już go nie rozpoznajemy',
  newAddress: 'Nowy adres',
  addAddress: 'Dodaj adres panelu',
  changeAddress: 'Zmień adres sklepu',
  addressUse: 'Co jest pod tym adresem',
  addressUses: {
    panel: 'panel tego sklepu',
    shop: 'sklep: dotychczasowy adres stanie się poprzednim',
  } satisfies Record<AddressUse, string>,
  endAddress: 'Zakończ',
  endAddressSure: 'Zgłoszenia spod tego adresu od razu przestaną być zgłoszeniami z\u00a0panelu.',
  endAddressYes: 'Tak, zakończ',
  addressFailure(failure: AddressFailure): string {
    switch (failure.kind) {
      case 'taken':
        return `Ten adres ma sklep ${failure.shop}. Jeden adres panelu należy do jednego sklepu.`;
      case 'no-address':
        return 'Wpisz adres strony, na przykład panel.ksiegarnia-zuraw.pl.';
      case 'private':
        return 'Taki adres zna tylko jeden komputer lub sieć.';
      case 'unanswered':
        return 'Brak połączenia. Spróbuj ponownie: to samo nie zapisze się dwa razy.';
      default:
        return 'Serwis odmówił. Odśwież stronę i\u00a0spróbuj ponownie.';
    }
  },

  // secrets
  secrets: 'Sekrety podpisu panelu',
  secretsLead:
    'Tym sekretem panel podpisuje, z\u00a0którego jest sklepu. Zgłoszenia są wtedy zweryfikowane, a\u00a0sklep widzi wszystkie swoje na każdym komputerze.',
  noSecrets: 'Ten sklep nie ma sekretu: jego zgłoszeń nikt nie potwierdza.',
  makeSecret: 'Utwórz sekret',
  signatureOptional: 'Zgłoszenia bez podpisu są przyjmowane.',
  signatureOptionalMore: 'Może je wysłać każdy, kto zna numer pomocy i\u00a0adres sklepu.',
  signatureRequired: 'Zgłoszenia ze stron są przyjmowane tylko z\u00a0podpisem panelu.',
  signatureRequiredMore: 'Bez podpisu strona odsyła do telefonu i\u00a0e-maila.',
  setSignatureRequired: 'Wymagaj podpisu',
  setSignatureOptional: 'Nie wymagaj podpisu',
  madeOnce: 'Nowy sekret – widać go tylko teraz',
  madeHow:
    'Oba wpisy przekaż osobie, która prowadzi panel, nie przez zgłoszenie ani e-mail. Wpisuje się je tam, gdzie podpisuje pomoc-token.php (docs/embedding.md, „Signed identity”): kid wprost, sekret jako zmienną POMOC_SECRET, nigdy na stronę.',
  secret: 'sekret',
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  selected: 'Zaznaczono – naciśnij Ctrl+C',
  putAway: 'Zapisane, ukryj',
  madeAt: (moment: string) => `utworzony ${moment}`,
  isValid: 'ważny',
  revokedAt: (moment: string) => `unieważniony ${moment}`,
  revoke: 'Unieważnij',
  revokeSure: 'Otwarte nim sesje panelu skończą się od razu i\u00a0nie da się tego cofnąć.',
  revokeYes: 'Tak, unieważnij',
  revokeNo: 'Nie',
  endSessions: 'Zakończ wszystkie sesje tego sklepu',
  endSessionsSure:
    'Otwarte sesje pomocy tego sklepu skończą się od razu. Kto jest zalogowany w\u00a0panelu, dostanie nową, gdy panel znów go podpisze; pozostali zobaczą tylko zgłoszenia ze swojej przeglądarki. Sekrety i\u00a0szkice zostają.',
  endSessionsYes: 'Tak, zakończ sesje',
  sessionsEnded: (count: number) =>
    count === 0
      ? 'Ten sklep nie miał otwartych sesji.'
      : `Zakończono ${count}\u00a0${form(count, 'sesję', 'sesje', 'sesji')}. Kto pracuje w\u00a0panelu, dostanie nową, gdy panel znów go podpisze. Szkice zostały.`,
};

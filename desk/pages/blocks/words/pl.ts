import type { BlockKind } from '../../../../src/contract/lists.ts';
import type { BlockFailure, BlockField, BlockHours } from '../block-form-model.ts';
import type { NotLifted } from '../blocks-model.ts';

/** In Polish: the page of blocks, and the dialog that adds one. */
export const pl = {
  standing: 'Obowiązują',
  noneStands: 'Nikt nie jest zablokowany.',
  over: 'Zakończone',
  noneOver: 'Nie ma zakończonych blokad.',
  notLoaded: 'Brak połączenia: nie udało się wczytać blokad.',
  notFresh: 'Brak połączenia: lista może być nieaktualna.',
  ofShop: (name: string) => `niepotwierdzone sklepu ${name}`,
  ofRange: (range: string) => `niepotwierdzone z\u00a0adresów ${range}`,
  until: (moment: string) => `do ${moment}`,
  added: (moment: string, who: string) => `od ${moment} · ${who}`,
  lifted: (moment: string, who: string) => `zdjęta ${moment} · ${who}`,
  ended: (moment: string) => `minęła ${moment}`,
  operator: 'operator',
  lift: 'Zdejmij',
  liftSure: 'Ta blokada przestanie działać od razu.',
  liftYes: 'Zdejmij blokadę',
  liftNo: 'Anuluj',
  liftOutcomes: {
    done: 'Blokada zdjęta.',
    over: 'Ta blokada już nie obowiązuje.',
    refused: 'Serwis nie zdjął tej blokady.',
    unanswered: 'Brak połączenia. Blokada mogła zostać.',
  } satisfies Record<NotLifted | 'done', string>,
  onlyAdmins: 'Zakres adresów blokuje i\u00a0zdejmuje administrator.',
  add: 'Nowa blokada',
  title: 'Zablokuj niepotwierdzone zgłoszenia',
  what: 'Co zablokować',
  whats: { shop: 'Sklep', range: 'Zakres adresów sieci' } satisfies Record<BlockKind, string>,
  shops: 'Sklepy',
  fields: { number: 'Numer pomocy sklepu', range: 'Zakres adresów', reason: 'Powód' } satisfies Record<
    BlockField,
    string
  >,
  rangeMore:
    'Jeden adres albo zakres, np. 203.0.113.0/24; najszerzej /16 (IPv4) albo /32 (IPv6). Adresów nadawców nie przechowujemy: znajdziesz je w\u00a0dziennikach serwera, przez który idzie ruch.',
  reasonMore: 'Zobaczy go tylko nasz zespół.',
  missing: { number: 'Wpisz numer pomocy sklepu.', range: 'Wpisz adres albo zakres adresów.' },
  errors: {
    number: 'Nie ma sklepu o\u00a0takim numerze. Przepisz numer w\u00a0całości, z\u00a0wielkością liter.',
    range: 'To nie jest adres ani zakres albo zakres jest za szeroki.',
    reason: 'Powód ma od 3 do 200 znaków.',
  } satisfies Record<BlockField, string>,
  howLong: 'Na jak długo',
  hours: { 1: '1\u00a0godzina', 24: '24\u00a0godziny', 168: '7\u00a0dni' } satisfies Record<BlockHours, string>,
  stops: {
    shop: 'Blokada zatrzymuje nowe zgłoszenia i\u00a0pliki w\u00a0imieniu sklepu, gdy nic nie potwierdza nadawcy.',
    range:
      'Blokada zatrzymuje nowe zgłoszenia i\u00a0pliki z\u00a0tych adresów w\u00a0imieniu każdego sklepu, gdy nic nie potwierdza nadawcy.',
  } satisfies Record<BlockKind, string>,
  goOn: 'Potwierdzeni piszą dalej: podpisana sesja panelu, przeglądarka zgłoszenia, o\u00a0którym powiedzieliśmy „To ten sklep”, i\u00a0telefon. Dalej działają też rozmowy w\u00a0przyjętych zgłoszeniach. Zatrzymany widzi nasz e-mail, a\u00a0przy awarii także telefon i\u00a0godziny.',
  send: 'Zablokuj',
  sending: 'Blokowanie…',
  blocked: (what: string, until: string) => `Zablokowane do ${until}: ${what}.`,
  failures: {
    unanswered: 'Brak odpowiedzi. Sprawdź na stronie „Blokady”, czy blokada jest, zanim spróbujesz jeszcze raz.',
    refused: 'Serwis nie przyjął tej blokady.',
  } satisfies Record<BlockFailure, string>,
  cancel: 'Anuluj',
  close: 'Zamknij',
};

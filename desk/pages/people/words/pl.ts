import type { AgentRole, FactorState } from '../../../../src/contract/lists.ts';
import type { PeopleFailure, PersonAction, PersonField } from '../people-model.ts';

/** In Polish: the page of people, and setting a password by a code. */
export const pl = {
  all: 'Osoby przy biurku',
  onlyAdmins: 'Osoby widzą i\u00a0zmieniają tylko administratorzy.',
  lead: 'Administrator bez klucza dostępu i\u00a0bez aplikacji z\u00a0kodami może pracować 14\u00a0dni, potem zaczyna od dodania jednego z\u00a0nich. Własnego konta nie zmienisz tutaj, więc zawsze zostaje przynajmniej jeden administrator.',
  you: 'to Ty',
  roles: { agent: 'agent', admin: 'administrator' } satisfies Record<AgentRole, string>,
  factors(state: FactorState, count: number, until: string | null): string {
    if (state === 'has') return `drugi składnik: ${count}`;
    if (state === 'grace') return `bez drugiego składnika, może tak do ${until}`;
    return state === 'needed' ? 'bez drugiego składnika, musi go dodać' : 'bez drugiego składnika';
  },
  codeWaits: (until: string) => `kod jednorazowy czeka do ${until}`,
  lastUsed: (at: string) => `ostatnio ${at}`,
  held: (count: number) => (count === 0 ? 'nic nie prowadzi' : `prowadzi ${count}`),
  disabledSince: (at: string) => `konto wyłączone ${at}`,
  acts: {
    renew: 'Wydaj kod',
    disable: 'Wyłącz',
    restore: 'Przywróć',
    promote: 'Zrób administratorem',
    demote: 'Zrób agentem',
  } satisfies Record<PersonAction, string>,
  sure: {
    renew: (name) =>
      `Wydać kod jednorazowy, konto: ${name}? Hasło, klucze, aplikacja i\u00a0kody zapasowe tego konta przestaną działać, a\u00a0wszystkie jego sesje się zakończą.`,
    disable: (name) =>
      `Wyłączyć konto: ${name}? Dostęp kończy się od zaraz, a\u00a0otwarte zgłoszenia tej osoby wracają do zespołu jako niczyje.`,
    restore: (name) => `Przywrócić konto: ${name}? Wydamy kod jednorazowy do ustawienia nowego hasła.`,
    promote: (name) =>
      `${name} ma dostać uprawnienia administratora: ustawienia, sekrety sklepów, osoby i\u00a0dziennik?`,
    demote: (name) => `${name} ma stracić uprawnienia administratora?`,
  } satisfies Record<PersonAction, (name: string) => string>,
  yes: {
    renew: 'Tak, wydaj kod',
    disable: 'Tak, wyłącz',
    restore: 'Tak, przywróć',
    promote: 'Tak, nadaj',
    demote: 'Tak, odbierz',
  } satisfies Record<PersonAction, string>,
  done: {
    renew: (name) => `Wydano kod: ${name}.`,
    disable: (name) => `Konto wyłączone: ${name}.`,
    restore: (name) => `Konto przywrócone: ${name}.`,
    promote: (name) => `${name}: od teraz administrator.`,
    demote: (name) => `${name}: od teraz agent.`,
  } satisfies Record<PersonAction, (name: string) => string>,
  failures: {
    taken: 'Ten adres ma już inne konto, czynne albo wyłączone.',
    'changed-meanwhile': 'Nic się nie zmieniło: ktoś zmienił to konto w\u00a0międzyczasie. Lista jest już aktualna.',
    'not-proven': 'Zabrakło potwierdzenia, że to Ty.',
    refused: 'Serwis nie przyjął tej zmiany.',
    unanswered: 'Brak odpowiedzi. Sprawdź na liście, czy zmiana jest, zanim spróbujesz jeszcze raz.',
  } satisfies Record<PeopleFailure, string>,
  notLoaded: 'Brak połączenia: nie udało się wczytać listy osób.',
  notFresh: 'Brak połączenia: lista może być nieaktualna.',
  add: 'Dodaj osobę',
  adding: 'Dodawanie…',
  addMore: 'Zobaczysz kod jednorazowy. Przekaż go tej osobie: w\u00a0ciągu 30\u00a0minut ustawi nim swoje hasło.',
  fields: { name: 'Imię i\u00a0nazwisko', email: 'E-mail' } satisfies Record<PersonField, string>,
  nameMore: 'Zobaczą je klienci pod odpowiedziami.',
  errors: {
    name: 'Wpisz imię i\u00a0nazwisko, najwyżej 100 znaków.',
    email: 'Wpisz adres e-mail, na przykład ola@firma.pl.',
  } satisfies Record<PersonField, string>,
  role: 'Rola',
  roleMore: 'Administrator zmienia też ustawienia, sekrety sklepów i\u00a0osoby oraz widzi dziennik.',
  codeOf: (name: string) => `Kod jednorazowy: ${name}`,
  codeMore: (email: string, until: string) =>
    `Działa raz, do ${until}. Na stronie logowania trzeba wybrać „Mam kod jednorazowy” i\u00a0podać adres ${email}. Drugi raz kodu nie pokażemy.`,
  copyCode: 'Kopiuj kod',
  copied: 'Skopiowano.',
  putAway: 'Kod przekazany, schowaj',
  byCode: 'Ustaw hasło kodem',
  byCodeMore: 'Kod jednorazowy wydaje administrator biurka. Działa raz i\u00a0przez 30\u00a0minut.',
  code: 'Kod jednorazowy',
  password: 'Nowe hasło',
  passwordMore: 'Od 12 do 200 znaków. Kilka zwykłych słów chroni lepiej niż jedno dziwne.',
  passwordError: 'Hasło ma mieć od 12 do 200 znaków.',
  setPassword: 'Ustaw hasło i\u00a0zaloguj się',
  setting: 'Ustawianie…',
  back: 'Wróć do logowania',
};

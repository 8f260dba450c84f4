import type { DeskMacro } from '../../contract/desk/list-macros.ts';
import { scopeClauses } from '../../policy/scope-clauses.ts';

/** Texts of every day, which stand for the vendor until it writes its own. */
const GENERAL: readonly Omit<DeskMacro, 'kind'>[] = [
  {
    id: 'greeting',
    title: 'Powitanie i podpis',
    text: 'Dzień dobry {imie},\n\n\n\nPozdrawiamy\nPomoc techniczna shopGold',
  },
  {
    id: 'details',
    title: 'Prośba o szczegóły',
    text: 'Żeby znaleźć przyczynę, prosimy jeszcze o kilka informacji:\n– adres strony, na której to widać,\n– od kiedy tak się dzieje i co zmieniło się wcześniej,\n– zrzut ekranu z pełną treścią komunikatu.',
  },
  {
    id: 'working',
    title: 'Sprawdzamy',
    text: 'Zgłoszenie nr {numer} dotyczące sklepu {sklep} jest już sprawdzane. Odpowiedź przyjdzie najpóźniej {termin}.',
  },
  {
    id: 'solved',
    title: 'Rozwiązane',
    text: 'Sprawa jest rozwiązana. Gdyby coś jeszcze nie działało, wystarczy odpisać w tym zgłoszeniu – otworzy się ponownie.',
  },
];

/** What can be put into an answer with one press: the general texts, then the rules on what is not covered. */
export function listMacros(): DeskMacro[] {
  return [
    ...GENERAL.map((macro) => ({ ...macro, kind: 'own' })),
    ...scopeClauses().map(({ id, title, text }) => ({ id, title: `${id} · ${title}`, text, kind: 'scope' })),
  ];
}

import type { ApiScope } from '../../../../src/contract/lists.ts';
import type { KeysFailure } from '../keys-model.ts';

/** In Polish: the page of keys of other systems. */
export const pl = {
  keys: 'Klucze',
  lead: 'Kluczem inny system firmy, na przykład sklep z\u00a0licencjami, zapisuje sprzedaż w\u00a0rejestrze: pomoc kupiona o\u00a010:00 działa o\u00a010:00. Klucz nie widzi żadnego zgłoszenia. Opis dla programisty: docs/operating.md, „Registry API”.',
  none: 'Nie ma jeszcze żadnego klucza.',
  notLoaded: 'Nie udało się wczytać kluczy.',
  notFresh: 'Nie udało się odświeżyć listy kluczy.',
  scopes: {
    'registry:read': 'czyta rejestr',
    'registry:write': 'czyta i\u00a0zapisuje rejestr',
  } satisfies Record<ApiScope, string>,
  madeAt: (moment: string, by: string) => `utworzony ${moment}, ${by}`,
  operator: 'polecenie operatora',
  usedAt: (moment: string) => `ostatnio użyty ${moment}`,
  unused: 'jeszcze nieużyty',
  valid: 'ważny',
  revokedAt: (moment: string) => `unieważniony ${moment}`,
  revoke: 'Unieważnij',
  revokeSure: 'System, który go używa, od razu straci dostęp do rejestru. Tego nie da się cofnąć.',
  revokeYes: 'Tak, unieważnij',
  revokeNo: 'Nie',
  newKey: 'Nowy klucz',
  name: 'Nazwa systemu',
  nameMore: 'Ta nazwa stoi w\u00a0historii sklepów przy tym, co system zmienił.',
  noName: 'Wpisz nazwę systemu, na przykład „Sklep z\u00a0licencjami”.',
  scope: 'Co wolno temu kluczowi',
  proofMore: 'Zapytamy, czy to Ty, jeśli ostatnie potwierdzenie jest starsze niż 10\u00a0minut.',
  make: 'Utwórz klucz',
  key: 'klucz',
  madeOnce: 'Nowy klucz – widać go tylko teraz',
  madeHow: (id: string) =>
    `Wpisz go w\u00a0ustawieniach tamtego systemu, nie w\u00a0kodzie strony, adresie ani e-mailu. Na liście jest pod nazwą ${id}.`,
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  selected: 'Zaznaczono – naciśnij Ctrl+C',
  putAway: 'Zapisane, ukryj',
  failures: {
    unanswered: 'Brak połączenia. Spróbuj ponownie: unieważnienie można powtórzyć.',
    'make-unanswered': 'Brak połączenia. Klucz mógł powstać: jeśli jest na liście, unieważnij go i\u00a0utwórz nowy.',
    'not-proven': 'Nic się nie zmieniło: zabrakło potwierdzenia, że to Ty.',
    full: 'Jest już 50 ważnych kluczy. Unieważnij niepotrzebny.',
    refused: 'Serwis odmówił. Odśwież stronę i\u00a0spróbuj ponownie.',
  } satisfies Record<Exclude<KeysFailure, 'no-name'>, string>,
};

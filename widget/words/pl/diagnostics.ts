/** Texts of the diagnostics, loaded with them. */
export const diagnosticsWords = {
  attach: 'Dołącz informacje techniczne',
  attachHint:
    'Strona, przeglądarka, ekran, błędy skryptów i nieudane pobrania – od otwarcia pomocy. Bez treści pól, ciasteczek i danych kupujących.',
  chosen: 'Wyślą się tylko zaznaczone wiersze:',
  copy: 'Kopiuj informacje',
};

const labels: Record<string, string> = {
  shopVersion: 'Wersja sklepu',
  page: 'Strona',
  browser: 'Przeglądarka',
  screen: 'Okno i ekran',
  scriptError: 'Błąd skryptu',
  failedRequest: 'Nieudane pobranie',
};

/** The label of a line: „Błąd skryptu 2”. */
export function lineLabel(key: string): string {
  const [, kind = key, number = ''] = /^(\D+)(\d*)$/.exec(key) ?? [];
  return `${labels[kind] ?? kind} ${number}`.trim();
}

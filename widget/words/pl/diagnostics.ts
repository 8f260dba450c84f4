/** Texts of the technical information; they load with it. */
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

/** What a line is about: „Błąd skryptu 2”. */
export function lineLabel(key: string): string {
  const [, kind = key, number = ''] = /^(\D+)(\d*)$/.exec(key) ?? [];
  return `${labels[kind] ?? kind} ${number}`.trim();
}

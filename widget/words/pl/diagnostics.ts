/** Texts of the diagnostics, loaded with them. */
export const diagnosticsWords = {
  attach: 'Dołącz informacje techniczne',
  attachHint:
    'Adres strony, przeglądarka, ekran i błędy strony. Pomagają szybciej znaleźć przyczynę. Bez treści pól, ciasteczek i danych kupujących.',
  chosen: 'Wyślemy tylko to, co zaznaczone:',
  copy: 'Kopiuj informacje',
};

const labels: Record<string, string> = {
  shopVersion: 'Wersja sklepu',
  page: 'Strona',
  browser: 'Przeglądarka',
  screen: 'Okno i ekran',
  scriptError: 'Błąd skryptu',
  failedRequest: 'Nieudane połączenie',
};

/** The label of a line: „Błąd skryptu 2”. */
export function lineLabel(key: string): string {
  const [, kind = key, number = ''] = /^(\D+)(\d*)$/.exec(key) ?? [];
  return `${labels[kind] ?? kind} ${number}`.trim();
}

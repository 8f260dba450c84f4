/** What the variables of a macro stand for in one ticket; null where the ticket does not say. */
export interface MacroValues {
  numer: string;
  sklep: string;
  imie: string | null;
  termin: string | null;
}

/**
 * A macro's text for one ticket. A name that nobody gave goes with the space before it; a time that is not promised is the
 * vendor's general one. Variables we do not know stay as they are, so that whoever wrote them sees it.
 */
export function fillMacro(text: string, values: MacroValues): string {
  return text
    .replace(/ ?\{imie\}/g, (found) => (values.imie ? found.replace('{imie}', values.imie) : ''))
    .replaceAll('{numer}', () => values.numer)
    .replaceAll('{sklep}', () => values.sklep)
    .replaceAll('{termin}', () => values.termin ?? 'w ciągu 72 godzin');
}

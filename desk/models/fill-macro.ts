/** What a macro can speak of, as its author writes it: `{imie}`. */
export const MACRO_VARIABLES = [
  'imie',
  'numer',
  'sklep',
  'termin',
  'wersja',
  'wersja_aktualna',
  'wsparcie_do',
  'agent',
] as const;

export type MacroVariable = (typeof MACRO_VARIABLES)[number];

/** What the variables of a macro stand for in one ticket; null where the ticket does not say. */
export type MacroValues = Record<MacroVariable, string | null>;

const ANY = /( ?)\{([^{}\n]{1,60})\}/g;

function isVariable(name: string): name is MacroVariable {
  return (MACRO_VARIABLES as readonly string[]).includes(name);
}

/**
 * A macro's text for one ticket. A name that nobody gave goes with the space before it; a time that is not promised is the
 * vendor's general one. What else the ticket does not say, and variables we do not know, stay as they are, so that whoever
 * answers sees it.
 */
export function fillMacro(text: string, values: MacroValues): string {
  return text.replace(ANY, (found, space: string, name: string) => {
    if (!isVariable(name)) return found;
    if (name === 'imie' && !values.imie) return '';
    const value = values[name] ?? (name === 'termin' ? 'w\u00a0ciągu 72\u00a0godzin' : null);
    return value === null ? found : space + value;
  });
}

/** Everything in a text that looks like a variable and is none, each once. */
export function unknownVariables(text: string): string[] {
  return standing(text, (name) => !isVariable(name));
}

/** Variables that still stand in an answer: the ticket did not say what they stand for. */
export function openVariables(text: string): string[] {
  return standing(text, isVariable);
}

function standing(text: string, isWanted: (name: string) => boolean): string[] {
  const found = [...text.matchAll(ANY)].map(([, , name = '']) => name).filter(isWanted);
  return [...new Set(found)].map((name) => `{${name}}`);
}

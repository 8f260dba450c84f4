/** The variables of a macro, as its author writes them: `{imie}`. */
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

/** The values of the variables in one ticket; null where the ticket has none. */
export type MacroValues = Record<MacroVariable, string | null>;

const ANY = /( ?)\{([^{}\n]{1,60})\}/g;

function isVariable(name: string): name is MacroVariable {
  return (MACRO_VARIABLES as readonly string[]).includes(name);
}

/**
 * Fills in a macro for one ticket. A missing name is removed with the space before it. Other missing values and unknown
 * variables stay as they are, so that the agent notices them: where nothing is promised, no text names a time.
 */
export function fillMacro(text: string, values: MacroValues): string {
  return text.replace(ANY, (found, space: string, name: string) => {
    if (!isVariable(name)) return found;
    if (name === 'imie' && !values.imie) return '';
    const value = values[name];
    return value === null ? found : space + value;
  });
}

/** Texts that look like variables and are none, each once. */
export function unknownVariables(text: string): string[] {
  return variablesIn(text, (name) => !isVariable(name));
}

/** Variables left in a reply because the ticket had no value for them. */
export function openVariables(text: string): string[] {
  return variablesIn(text, isVariable);
}

function variablesIn(text: string, isWanted: (name: string) => boolean): string[] {
  const found = [...text.matchAll(ANY)].map(([, , name = '']) => name).filter(isWanted);
  return [...new Set(found)].map((name) => `{${name}}`);
}

/**
 * Inserts a filled macro at the cursor, on lines of its own unless it begins or ends the text.
 * @returns the whole text, and the new cursor: behind the macro, or in the gap that a greeting with a signature leaves
 */
export function placeMacro(before: string, macro: string, after: string): { text: string; cursor: number } {
  const start = before && !before.endsWith('\n') ? `${before}\n\n` : before;
  const end = after && !after.startsWith('\n') ? `\n\n${after}` : after;
  const gap = macro.indexOf('\n\n\n');
  return { text: start + macro + end, cursor: start.length + (gap < 0 ? macro.length : gap + 2) };
}

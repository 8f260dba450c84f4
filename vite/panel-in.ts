import { LANGUAGES, type Language } from '../src/contract/lists.ts';

/**
 * What the loader's `__PANEL_IN__` stands for: an expression, which the minifier reduces to a comparison for each language
 * but the first.
 * @param fileOf the panel's file in a language, as a JSON string
 */
export function panelIn(fileOf: (language: Language) => string): string {
  const [first, ...others] = LANGUAGES;
  const choices = others.map((language) => `language === '${language}' ? ${fileOf(language)} : `);
  return `((language) => ${choices.join('')}${fileOf(first)})`;
}

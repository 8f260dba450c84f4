/**
 * Text as it is compared: accents, capitals and the stroke of ł, which no database folds, do not matter. The service,
 * the desk and the widget fold alike, so that what one finds the others find too. The search index was folded by this
 * function: changing it means rebuilding the index.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
}

/**
 * Folds a text for searching: words of lower-case letters and digits with one space between. Stored text and queries go through this same function, so both databases
 * see only plain words and find the same.
 */
export function foldToWords(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

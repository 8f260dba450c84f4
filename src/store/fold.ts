/**
 * Folds a text for searching: words of lower-case Latin letters and digits with one space between, without accents and
 * the stroke of ł, which no database folds. Stored text and queries go through this same function, so both databases
 * see only plain words and find the same.
 */
export function foldToWords(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

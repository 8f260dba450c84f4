/**
 * A text as it is searched: without capitals, accents and the stroke of ł, which no database folds, as words of Latin
 * letters and digits with one space between. The same function folds what is kept and what is asked for, so that both
 * databases see nothing but plain words and find the same.
 */
export function foldToWords(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/**
 * Text as it is compared: accents, capitals and the stroke of ł, which no database folds, do not matter. The service,
 * the desk and the widget fold alike, so that what one finds the others find too. The search index was folded by this
 * function: changing it means rebuilding the index.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
}

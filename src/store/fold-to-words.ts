import { fold } from '../contract/fold.ts';

/**
 * Folds a text for searching: words of lower-case letters and digits with one space between. Stored text and queries go through this same function, so both databases
 * see only plain words and find the same.
 */
export function foldToWords(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

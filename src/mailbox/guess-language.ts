import type { Language } from '../contract/lists.ts';

const POLISH =
  /(?<!\p{L})(?:i|w|z|na|nie|się|sie|jest|są|sa|że|ze|do|to|co|jak|po|od|dla|proszę|prosze|dzień|dzien|dobry|witam|mam|czy|ale|moje|pozdrawiam|dziękuję|dziekuje|błąd|blad|sklep|panelu|już|juz)(?!\p{L})/giu;
const ENGLISH =
  /(?<!\p{L})(?:the|and|is|are|of|in|for|my|we|you|it|not|please|hello|hi|dear|thank|thanks|with|this|that|have|has|can|how|on|our|your|i|error|shop|when|what|regards)(?!\p{L})/giu;
const POLISH_LETTERS = /[ąćęłńśźż]/giu;

/**
 * Language of a text by its commonest words.
 * @param otherwise of a text that says nothing; Polish unless given, as most customers are
 */
export function guessLanguage(text: string, otherwise: Language = 'pl'): Language {
  const start = text.slice(0, 5000);
  const count = (pattern: RegExp) => start.match(pattern)?.length ?? 0;
  const isMoreEnglish = count(ENGLISH) - count(POLISH) - count(POLISH_LETTERS);
  return isMoreEnglish === 0 ? otherwise : isMoreEnglish > 0 ? 'en' : 'pl';
}

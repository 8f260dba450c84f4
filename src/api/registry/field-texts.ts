import type { FieldError, FieldErrorCode } from '../../contract/problem.ts';

/** What is wrong with a field, in Polish: whoever runs the other system reads it in a log. */
const TEXTS: Record<FieldErrorCode, string> = {
  required: 'brak tego pola',
  'wrong-type': 'wartość jest innego typu',
  'too-short': 'za krótkie albo puste',
  'too-long': 'za długie albo za dużo',
  'wrong-format': 'zły zapis',
  'not-allowed': 'tej wartości nie wolno podać',
  'unknown-field': 'nie ma takiego pola',
  'not-well-formed': 'zawiera pół znaku Unicode',
  'control-character': 'zawiera znak sterujący',
  'too-deep': 'za głęboko zagnieżdżone',
  'not-uploaded': 'nie ma takiego pliku',
};

/** The errors of a request, each with a text of its own or that of its code. */
export function withTexts(errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => ({ ...error, text: error.text ?? TEXTS[error.code] }));
}

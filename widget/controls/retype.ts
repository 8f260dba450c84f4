import { replaceText } from '../../browser/replace-text.ts';

/**
 * Changes texts in a form as if somebody had typed them: Ctrl+Z takes them back.
 * @param texts by the names of their fields
 */
export function retype(form: HTMLFormElement | null | undefined, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) {
    const field = form?.elements.namedItem(name) as HTMLTextAreaElement | null | undefined;
    if (field && field.value !== text) replaceText(field, text, true);
  }
}

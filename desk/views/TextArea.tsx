import type { JSX, RefObject, TextareaHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { replaceText } from '../../browser/replace-text.ts';

interface Props extends Omit<TextareaHTMLAttributes, 'value' | 'onInput' | 'maxLength'> {
  text: string;
  onText: (typed: string) => void;
  field?: RefObject<HTMLTextAreaElement | null>;
  /** what the text belongs to: the text of another place is never brought back by undoing */
  place?: string;
}

/**
 * A field of many lines. What its page changes in the text (a macro, a variable, what another tab wrote) can be undone
 * by Ctrl+Z like what was typed; an emptied text was sent or discarded, and cannot. It takes a text of any length.
 */
export function TextArea({ text, onText, field, place = '', ...rest }: Props): JSX.Element {
  const own = useRef<HTMLTextAreaElement>(null);
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = (field ?? own).current;
    // As browsers keep it in a field.
    const wanted = text.replace(/\r\n?/g, '\n');
    if (element && element.value !== wanted) {
      if (shown.current === place && wanted !== '') replaceText(element, wanted);
      else element.value = wanted;
    }
    shown.current = place;
  });
  return (
    <textarea
      {...rest}
      ref={field ?? own}
      onInput={({ currentTarget: { value } }) => {
        if (value !== text) onText(value);
      }}
    />
  );
}

/**
 * Changes the text of a `TextArea` as if somebody had typed it there, at once: the next key goes where the cursor stands.
 * @param cursor where the cursor stands then
 */
export function typeInto(field: HTMLTextAreaElement, text: string, cursor: number): void {
  replaceText(field, text, true);
  field.focus();
  field.setSelectionRange(cursor, cursor);
}

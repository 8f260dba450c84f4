import { lettersAreOn } from './letters.ts';

/** What a key does, by name. */
export type Command = 'next' | 'previous' | 'open' | 'reply' | 'note' | 'take' | 'phone' | 'search' | 'back' | 'help';

/** Keys by what they do, as `KeyboardEvent.key` has them; `open` is what Enter does on a link by itself. */
export const KEYS: Record<Command, string> = {
  next: 'j',
  previous: 'k',
  open: 'Enter',
  reply: 'r',
  note: 'n',
  take: 'a',
  phone: 'p',
  search: '/',
  back: 'Escape',
  help: '?',
};

/** What a key means where it was pressed; null when it is the field's, the browser's or nobody's. */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const target = event.composedPath()[0];
  const isTyping = target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
  // An open dialog closes by Escape itself, and nothing behind it is reached.
  if (document.querySelector('dialog[open]')) return null;
  if (event.key === 'Escape') return 'back';
  if (isTyping || event.key === 'Enter' || !lettersAreOn.peek()) return null;
  const found = Object.entries(KEYS).find(([, key]) => key === event.key);
  return found ? (found[0] as Command) : null;
}

import { pressedKey } from '../../browser/pressed-key.ts';
import { lettersAreOn } from './letters.ts';

/** Commands of the keyboard. */
export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'choose'
  | 'chooseTo'
  | 'reply'
  | 'note'
  | 'take'
  | 'undo'
  | 'solve'
  | 'snooze'
  | 'link'
  | 'merge'
  | 'tags'
  | 'filters'
  | 'phone'
  | 'search'
  | 'back'
  | 'help';

/** Keys of the commands, as in `KeyboardEvent.key`; `open` is what Enter does on a link by itself. */
export const KEYS: Record<Command, string> = {
  next: 'j',
  previous: 'k',
  open: 'Enter',
  choose: 'x',
  chooseTo: 'X',
  reply: 'r',
  note: 'n',
  take: 'a',
  undo: 'z',
  solve: 'e',
  snooze: 'h',
  link: 'l',
  merge: 'm',
  tags: 't',
  filters: 'f',
  phone: 'p',
  search: '/',
  back: 'Escape',
  help: '?',
};

/** The command of a key event; null when the key belongs to a field, to the browser or to no command. */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  const key = pressedKey(event);
  const target = event.composedPath()[0];
  const isTyping =
    target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]');
  // An open dialog closes by Escape itself, and keys do not reach what is behind it. The door of an ended session stands
  // again a moment after a second Escape has closed it: in that moment, too, the desk behind it stays as it was left.
  if (document.querySelector('dialog:is([open], .door)')) return null;
  if (key === 'Escape') return 'back';
  if (isTyping || key === 'Enter' || !lettersAreOn.peek()) return null;
  const found = Object.entries(KEYS).find(([, one]) => one === key);
  return found ? (found[0] as Command) : null;
}

/**
 * A key listener of a form that sends on Ctrl+Enter (⌘ Enter on a Mac) from any field.
 * @param send is told whether Shift was held, too
 */
export function onCtrlEnter(send: (isShift: boolean) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (pressedKey(event) !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send(event.shiftKey);
  };
}

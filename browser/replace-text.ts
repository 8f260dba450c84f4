/**
 * Replaces what differs in a field's text, as if somebody had typed it: Ctrl+Z takes it back, and what was typed before
 * stays undoable. Where the browser will not (the field is locked, or the focus is elsewhere in this window), the text is
 * just set.
 * @param isPressed whether somebody pressed a button for it: then the focus may be taken for a moment
 */
export function replaceText(field: HTMLTextAreaElement | HTMLInputElement, text: string, isPressed = false): void {
  const { value, selectionStart: cursor, selectionEnd: cursorEnd } = field;
  const [start, end] = [commonStart(value, text), commonEnd(value, text)];
  const from = Math.min(start, value.length - end, text.length - end);
  const { ownerDocument: page } = field;
  const focused = (field.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null;
  // A window without the focus may move its own: nobody is in it.
  const isMine = isPressed || focused === field || focused === page.body || !page.hasFocus();
  if (isMine && !field.readOnly) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(from, value.length - end);
    const inserted = text.slice(from, text.length - end);
    // The only way that browsers offer; `setRangeText` and `value` forget what could be undone.
    page.execCommand(inserted ? 'insertText' : 'delete', false, inserted);
    if (focused !== field) focused?.focus({ preventScroll: true });
    if (focused === page.body) field.blur();
  }
  if (field.value !== text) field.value = text;
  const moved = (place: number) => (place > from ? Math.max(from, place + text.length - value.length) : place);
  field.setSelectionRange(moved(cursor ?? 0), moved(cursorEnd ?? 0));
}

/** How many characters two texts begin with in common, without half of one. */
function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return isWithin(one, length) || isWithin(other, length) ? length - 1 : length;
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return isWithin(one, one.length - length) || isWithin(other, other.length - length) ? length - 1 : length;
}

/** Whether a place is between the two halves of a character. */
function isWithin(text: string, place: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(place - 1, place + 1));
}

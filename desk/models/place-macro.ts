/**
 * Inserts a filled macro at the cursor, on lines of its own unless it begins or ends the text.
 * @returns the whole text, and the new cursor: behind the macro, or in the gap that a greeting with a signature leaves
 */
export function placeMacro(before: string, macro: string, after: string): { text: string; cursor: number } {
  const start = before && !before.endsWith('\n') ? `${before}\n\n` : before;
  const end = after && !after.startsWith('\n') ? `\n\n${after}` : after;
  const gap = macro.indexOf('\n\n\n');
  return { text: start + macro + end, cursor: start.length + (gap < 0 ? macro.length : gap + 2) };
}

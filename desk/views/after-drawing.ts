/**
 * Acts on what the last change draws, before the next key arrives: drawing comes within the same task, and a busy
 * machine's next frame long after it.
 */
export function afterDrawing(act: () => void): void {
  setTimeout(act);
}

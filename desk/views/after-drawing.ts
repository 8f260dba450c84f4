/**
 * Runs after the last change is drawn and before the next key arrives: drawing happens within the same task, while on a
 * busy machine the next frame comes long after it.
 */
export function afterDrawing(act: () => void): void {
  setTimeout(act);
}

/**
 * How old something is, by a stamp of this computer's clock.
 * @param at the stamp, in milliseconds since 1970
 * @param now milliseconds since 1970
 * @returns milliseconds; null when the stamp lies ahead, as after a wrong clock was set back: then nobody knows, and the
 * caller says what that means
 */
export function ageOf(at: number, now: number): number | null {
  return at <= now ? now - at : null;
}

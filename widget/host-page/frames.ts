/** Whether a window is a frame too small for the help: a menu, or a bar. In CSS pixels. */
export function isSmallFrame(page: Window): boolean {
  return page !== page.top && (page.innerWidth < 400 || page.innerHeight < 300);
}

/**
 * Whether something holds for another window of a page of frames, as far as those are of the same origin.
 * @param frame where to begin, with its own frames
 */
export function isInOtherFrame(
  page: Window,
  holds: (other: Window) => unknown,
  frame: Window = page.top as Window,
): boolean {
  try {
    if (frame !== page && holds(frame)) return true;
  } catch {} // of another origin; frames in it may be of this one
  for (let index = 0; index < frame.length; index++) {
    if (isInOtherFrame(page, holds, frame[index])) return true;
  }
  return false;
}

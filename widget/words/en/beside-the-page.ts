/** What is said where a window of the panel shuts the help out. */
export const words = {
  move: 'Move to the other side of the window',
  blocked: 'The help is blocked for now: first close the window that is open in the panel.',
};

/** What is said where a window of the panel shuts the help out. */
export const words = {
  blocked: 'The help is blocked for now: first close the window that is open in the panel.',
};

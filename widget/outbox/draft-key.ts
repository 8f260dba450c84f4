const name = (directory: string) => `pomoc.draft${directory}`;

/** Under which key this tab keeps a text apart from the panel's; it outlives page loads, and not the tab. */
export function recallTabKey(directory: string): string {
  try {
    return sessionStorage[name(directory)] || '';
  } catch {
    return '';
  }
}

/** Makes such a key, a new one each time: a tab that was duplicated brings the old one along. */
export function rememberTabKey(directory: string): string {
  const key = `${directory}#${Math.random()}`; // a name, not a secret
  try {
    sessionStorage[name(directory)] = key;
  } catch {
    // No storage: the next page finds the text among those that were kept apart.
  }
  return key;
}

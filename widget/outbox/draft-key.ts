const name = (directory: string) => `pomoc.draft${directory}`;

/** The key of this tab's own draft; it lives as long as the tab. */
export function recallTabKey(directory: string): string {
  try {
    return sessionStorage[name(directory)] || '';
  } catch {
    return '';
  }
}

/** Makes a new key each time: a duplicated tab brings the old one along. */
export function rememberTabKey(directory: string): string {
  const key = `${directory}#${Math.random()}`; // a name, not a secret
  try {
    sessionStorage[name(directory)] = key;
  } catch {
    // No storage: the next page finds the draft among those of other tabs.
  }
  return key;
}

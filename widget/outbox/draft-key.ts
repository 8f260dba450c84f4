const name = (panelPath: string) => `pomoc.draft${panelPath}`;

/** The key of this tab's own draft; it lives as long as the tab. */
export function recallTabKey(panelPath: string): string {
  try {
    return sessionStorage[name(panelPath)] || '';
  } catch {
    return '';
  }
}

/** Makes a new key each time: a duplicated tab brings the old one along. */
export function rememberTabKey(panelPath: string): string {
  const key = `${panelPath}#${Math.random()}`; // a name, not a secret
  try {
    sessionStorage[name(panelPath)] = key;
  } catch {
    // No storage: the next page finds the draft among those of other tabs.
  }
  return key;
}

import { FACTS, type Facts, toLines } from './facts.ts';

const PREFIX = 'pomoc.facts';

/**
 * The remembered facts of the panel that a page belongs to: those of the longest directory that contains the page, so
 * that two shops on one origin do not mix.
 * @returns with the panelPath, which scopes everything else that the widget stores
 */
export function recallFacts(path: string): { panelPath: string; facts: Facts } {
  const facts: Facts = {};
  let panelPath = '/';
  try {
    for (const key of Object.keys(localStorage)) {
      const known = key.slice(PREFIX.length);
      if (key.startsWith(PREFIX) && path.startsWith(known) && known.length > panelPath.length) panelPath = known;
    }
    const lines = (localStorage[PREFIX + panelPath] || '').split('\n');
    for (const fact of FACTS) facts[fact] = lines.shift();
  } catch {
    // No storage: nothing is remembered.
  }
  return { panelPath, facts };
}

/**
 * Remembers facts for the other pages of the same panel, under the directory of a path. Only with the support number,
 * as only that is missing on other pages.
 */
export function rememberFacts(path: string, facts: Facts): void {
  const panelPath = path.slice(0, path.lastIndexOf('/') + 1);
  try {
    if (facts.supportNumber) localStorage[PREFIX + panelPath] = toLines(facts);
  } catch {
    // Storage is missing or full: the next page asks the person.
  }
}

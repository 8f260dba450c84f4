import { FACTS, type Facts, toLines } from './facts.ts';

const PREFIX = 'pomoc.facts';

/**
 * What is known of the shop whose panel a page belongs to: the facts found under the longest directory that the page
 * lies in, so that two shops on one origin do not mix.
 * @returns the directory too: everything else that the widget keeps in this browser belongs to it
 */
export function recallFacts(path: string): { directory: string; facts: Facts } {
  const facts: Facts = {};
  let directory = '/';
  try {
    for (const key of Object.keys(localStorage)) {
      const known = key.slice(PREFIX.length);
      if (key.startsWith(PREFIX) && path.startsWith(known) && known.length > directory.length) directory = known;
    }
    const lines = (localStorage[PREFIX + directory] || '').split('\n');
    for (const fact of FACTS) facts[fact] = lines.shift();
  } catch {
    // No storage: nothing is remembered.
  }
  return { directory, facts };
}

/**
 * Keeps facts for the other pages of the same panel, under the directory of a path. Without the number there is nothing
 * that the other pages lack.
 */
export function rememberFacts(path: string, facts: Facts): void {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  try {
    if (facts.supportNumber) localStorage[PREFIX + directory] = toLines(facts);
  } catch {
    // No storage, or a full one: the next page asks the person.
  }
}

/** Where a note names agents. */
export interface Mention {
  /** of the sign @ */
  start: number;
  end: number;
  /** ids of those who have that name */
  agents: string[];
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * Finds the agents whom a note names: @ with the whole name, in any case, where neither a word stands before it, as in an
 * e-mail address, nor goes on behind it. Of two names that fit, the longer one is meant.
 */
export function mentionsIn(text: string, agents: readonly { id: string; name: string }[]): Mention[] {
  const mentions: Mention[] = [];
  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', start + 1)) {
    if (WORD.test(text.charAt(start - 1))) continue;
    const endOf = (name: string) => start + 1 + name.length;
    const named = agents.filter(
      ({ name }) => lower(text.slice(start + 1, endOf(name))) === lower(name) && !WORD.test(text.charAt(endOf(name))),
    );
    const length = Math.max(...named.map(({ name }) => name.length));
    const ids = named.filter(({ name }) => name.length === length).map(({ id }) => id);
    if (ids.length > 0) mentions.push({ start, end: start + 1 + length, agents: ids });
  }
  return mentions;
}

function lower(text: string): string {
  return text.toLocaleLowerCase('pl');
}

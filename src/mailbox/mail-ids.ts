/** Most ids of a thread that are looked at, the last ones. */
const MOST_IDS = 100;

/**
 * The ids in a `Message-ID`, `In-Reply-To` or `References`, without angle brackets. What is no id is left out: it may stand
 * in our own headers, and decides what a letter answers.
 */
export function readIds(value: string): string[] {
  const ids = (value.match(/<[^\s\p{Cc}<>"]{1,490}@[^\s\p{Cc}<>"]{1,490}>/gu) ?? []).map((id) => id.slice(1, -1));
  return [...new Set(ids)].slice(-MOST_IDS);
}

/** The one id of a `Message-ID`; null when the field is anything else. */
export function readOneId(value: string): string | null {
  return /^<[^\s\p{Cc}<>"]+@[^\s\p{Cc}<>"]+>$/u.test(value) && value.length < 1000 ? value.slice(1, -1) : null;
}

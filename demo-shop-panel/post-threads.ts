import type { PostLetter } from './post-office.ts';

/** Letters to and fro with one person about one thing, as a mail program shows them together. */
export interface PostThread {
  /** whose mailbox it is */
  person: string;
  /** of the ticket, once a letter names it */
  number: string | null;
  /** the oldest first */
  letters: PostLetter[];
}

/** The address alone of a person who may have a name. */
export function addressOf(person: string): string {
  return (/<([^<>]+)>/.exec(person)?.[1] ?? person).trim();
}

/**
 * Puts letters together that belong together: by what they answer, or by the ticket that they name. What we first say to a
 * stranger names none of their letters, and is put to the newest that has no ticket.
 * @param letters in any order
 * @returns the thread with the newest letter first
 */
export function toThreads(letters: readonly PostLetter[]): PostThread[] {
  const threads: PostThread[] = [];
  for (const letter of letters.toSorted((one, other) => one.id - other.id)) {
    const person = addressOf(letter.way === 'out' ? letter.to : letter.from);
    const number = /^(?:Re: )?\[(\d+)\]/.exec(letter.subject)?.[1] ?? null;
    const theirs = threads.filter((thread) => thread.person === person).toReversed();
    const thread =
      theirs.find((one) => one.letters.some(({ messageId }) => letter.references.includes(messageId))) ??
      theirs.find((one) => number !== null && one.number === number) ??
      (letter.way === 'out' ? theirs.find((one) => one.number === null && one.letters[0]?.way === 'in') : undefined);
    if (thread) {
      thread.letters.push(letter);
      thread.number ??= number;
    } else threads.push({ person, number, letters: [letter] });
  }
  return threads.toSorted((one, other) => (other.letters.at(-1)?.id ?? 0) - (one.letters.at(-1)?.id ?? 0));
}

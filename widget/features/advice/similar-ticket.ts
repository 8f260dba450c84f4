import { fold } from '../../../src/contract/fold.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';

const DAYS = 7;

/** Words that are in every other ticket. */
const COMMON = 'sklep panel prosz probl dzial pytan pomoc shop pleas probl work quest';

/** The newest recent ticket that is not over and has the same title, or most words of its subject in the text. */
export function similarTicket(text: string, tickets: FollowedTicket[], now: number): FollowedTicket | undefined {
  const typed = wordsOf(text);
  const title = foldedLine(text);
  return tickets
    .filter(({ receipt, isOver, subject }) => {
      const known = [...wordsOf(subject)];
      const shared = known.filter((word) => typed.has(word)).length;
      const isRecent = now - Date.parse(receipt.receivedAt) < DAYS * 86_400_000;
      return isRecent && !isOver && ((shared > 1 && shared * 2 >= known.length) || foldedLine(subject) === title);
    })
    .sort((one, other) => other.receipt.receivedAt.localeCompare(one.receipt.receivedAt))[0];
}

/** The first line, as it is compared: of what is typed it is the title. */
function foldedLine(text: string): string {
  return (fold(text).split('\n')[0] ?? '').trim();
}

/** The significant words, by their beginnings, as Polish has many endings. */
function wordsOf(text: string): Set<string> {
  const words = fold(text).match(/\w{4,}/g) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)).filter((word) => !COMMON.includes(word)));
}

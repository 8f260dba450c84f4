import type { Generated } from 'kysely';
import type { InstantText } from '../instants.ts';

/** Each time we said by when we write again. */
export interface FollowUpsTable {
  id: Generated<number>;
  ticket_number: string;
  /** who said so: an agent's id, or `operator` */
  agent: string;
  /** by when; what is put off later without a word to the customer stays due here */
  due_at: InstantText;
  /** which one it is on its question: from the second on it counts as late */
  nth: number;
  /** null while it runs; each ticket has one such row at most */
  ended_at: InstantText | null;
  /** our reply, or anything else; null while it runs */
  ended_by: 'answer' | 'move' | null;
  /** when the desk was told that it is due */
  told_at: InstantText | null;
}

import type { Generated } from 'kysely';
import type { InstantText } from './columns.ts';

/** Each time a customer waited for us: from the first message without an answer, or from reopening, until it ended. */
export interface WaitsTable {
  id: Generated<number>;
  ticket_number: string;
  /** the ticket's, so that a report need not look at tickets */
  channel: 'panel' | 'form' | 'phone' | 'email';
  began_at: InstantText;
  /** by when an answer was promised; null for e-mail, which has no promise */
  due_at: InstantText | null;
  /** null while the customer waits; each ticket has one such row at most */
  ended_at: InstantText | null;
  /** our answer, or a move to solved or closed without one, whoever made it; null while the customer waits */
  ended_by: 'answer' | 'move' | null;
  /** whole seconds from beginning to answer; null without one */
  answer_seconds: number | null;
}

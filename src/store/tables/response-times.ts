import type { Generated } from 'kysely';
import type { Channel } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

/** Each time a customer waited for us: from the first message without a reply, or from reopening, until it ended. */
export interface ResponseTimesTable {
  id: Generated<number>;
  ticket_number: string;
  /** a copy from the ticket, so that reports need not read tickets */
  channel: Channel;
  began_at: InstantText;
  /** the time by which a reply was promised; null for e-mail, which has no promise */
  due_at: InstantText | null;
  /** null while the customer waits; each ticket has one such row at most */
  ended_at: InstantText | null;
  /** our reply, or a move to solved or closed without one by anybody; null while the customer waits */
  ended_by: 'answer' | 'move' | null;
  /** whole seconds from the beginning to the reply; null without one */
  answer_seconds: number | null;
}

import { afterReply, isOver, type ThreadState } from './thread.ts';

/** What the solution of an incident does to a ticket that is linked to it, and the state of the ticket afterwards. */
export type SolutionStep =
  /** the ticket is over already: it is left as it is */
  | { mark: 'passed' }
  /** solved by it */
  | { mark: 'answered'; after: ThreadState }
  /** answered, but the customer wrote something that no agent has seen: that promise goes on */
  | { mark: 'kept'; after: ThreadState };

/**
 * What a solution does to a linked ticket. Unseen words of the customer never count as answered: what they wrote after
 * the linking may be about something else.
 * @param hasUnseen whether the customer wrote something after the linking that no agent has seen
 */
export function solutionStep(state: ThreadState, hasUnseen: boolean): SolutionStep {
  if (isOver(state.status)) return { mark: 'passed' };
  if (!hasUnseen) return { mark: 'answered', after: afterReply('solved') };
  return { mark: 'kept', after: { ...state, status: 'in-progress' } };
}

import { afterAnswer, isOver, type ThreadState } from './thread.ts';

/** What the solution of a problem does to a ticket that is linked to it, and where that leaves the ticket. */
export type SolutionStep =
  /** nobody expects anything of us any more: it is left as it is */
  | { mark: 'passed' }
  /** solved by it */
  | { mark: 'answered'; after: ThreadState }
  /** answered, but something else was said that nobody has seen: the promise of an answer to that stays */
  | { mark: 'kept'; after: ThreadState };

/**
 * What a solution does to a linked ticket. Nothing is answered over words that nobody has seen: what the customer wrote after the
 * linking may be about something else.
 * @param hasUnseen whether the customer wrote something after the linking that no agent has seen
 */
export function solutionStep(state: ThreadState, hasUnseen: boolean): SolutionStep {
  if (isOver(state.status)) return { mark: 'passed' };
  if (!hasUnseen) return { mark: 'answered', after: afterAnswer('solved') };
  return { mark: 'kept', after: { status: 'in-progress', waitingSince: state.waitingSince } };
}

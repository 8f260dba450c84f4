import type { Logger } from 'pino';
import type { TicketDeps } from '../../tickets/once.ts';
import { completeSolutions } from '../../tickets/problems/complete-solutions.ts';
import { loggableError } from '../loggable-error.ts';

/**
 * Answers linked tickets right after a problem was solved, beside the requests: with hundreds of tickets nobody should wait for an
 * answer of HTTP, and what a stop or a crash cuts off the chores finish.
 */
export class SolutionRunner {
  readonly #deps: TicketDeps & { logger: Logger };
  #underWay: Promise<unknown> = Promise.resolve();
  #isStopping = false;

  constructor(deps: TicketDeps & { logger: Logger }) {
    this.#deps = deps;
  }

  /** Begins, behind what is under way. */
  start(): void {
    this.#underWay = this.#underWay
      .then(() => completeSolutions(this.#deps, () => this.#isStopping))
      .catch((error: Error) => this.#deps.logger.error({ task: 'problemsAnswered', err: loggableError(error) }));
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#underWay;
  }

  /** Ends before the next ticket, and resolves then. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#underWay;
  }
}

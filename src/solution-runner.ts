import type { Logger } from 'pino';
import { loggableError } from './api/http/loggable-error.ts';
import { completeSolutions } from './incidents/complete-solutions.ts';
import type { StoreAndClock } from './store/open.ts';

/**
 * Answers linked tickets right after a problem was solved, beside the requests: with hundreds of tickets nobody should wait for an
 * answer of HTTP, and what a stop or a crash cuts off the chores finish.
 */
export class SolutionRunner {
  readonly #deps: StoreAndClock & { logger: Logger };
  #underWay: Promise<unknown> = Promise.resolve();
  #isStopping = false;

  constructor(deps: StoreAndClock & { logger: Logger }) {
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

import type { Logger } from 'pino';
import { loggableError } from './api/http/loggable-error.ts';
import { completeSolutions } from './incidents/complete-solutions.ts';
import type { StoreAndClock } from './store/open.ts';

/**
 * Answers linked tickets right after an incident was solved, outside of the request: with hundreds of tickets nobody
 * should wait for the response. The jobs finish what a stop or a crash cuts off.
 */
export class SolutionRunner {
  readonly #deps: StoreAndClock & { logger: Logger };
  #underWay: Promise<unknown> = Promise.resolve();
  #isStopping = false;

  constructor(deps: StoreAndClock & { logger: Logger }) {
    this.#deps = deps;
  }

  /** Starts a run, after the current one. */
  start(): void {
    this.#underWay = this.#underWay
      .then(() => completeSolutions(this.#deps, () => this.#isStopping))
      .catch((error: Error) => this.#deps.logger.error({ task: 'incidentsReplied', err: loggableError(error) }));
  }

  /** Resolves when no run is active. */
  async settled(): Promise<void> {
    await this.#underWay;
  }

  /** Stops before the next ticket, and resolves then. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#underWay;
  }
}

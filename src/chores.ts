import type { Logger } from 'pino';
import { loggableError } from './api/http/loggable-error.ts';
import { sweepUploads } from './attachments/sweep-uploads.ts';
import { sweepExpired } from './identity/sweep-expired.ts';
import { completeSolutions } from './incidents/complete-solutions.ts';
import type { Store } from './store/open.ts';
import { closeQuietTickets } from './tickets/close-quiet-tickets.ts';

/** How often the house is tidied. Milliseconds. */
const EVERY_MS = 10 * 60_000;

interface ChoreDeps {
  store: Store;
  now: () => Temporal.Instant;
  logger: Logger;
  closeAfterDays: number;
  /** true once shutdown began: what would take long ends where it is, and goes on after the next start */
  isStopping?: () => boolean;
}

/** What is done: how much of each. */
type Chores = Record<string, (deps: ChoreDeps) => Promise<number>>;

const CHORES: Chores = {
  problemsAnswered: (deps) => completeSolutions(deps, deps.isStopping),
  ticketsClosed: (deps) => closeQuietTickets(deps, deps.closeAfterDays),
  uploadsSwept: ({ store, now }) => sweepUploads(store, now()),
  sessionsSwept: ({ store, now }) => sweepExpired(store, now()),
};

/** Does every chore once. One that fails is logged and tried again next time; the others go on. */
export async function doChores(deps: ChoreDeps): Promise<void> {
  for (const [chore, work] of Object.entries(CHORES)) {
    try {
      const count = await work(deps);
      if (count > 0) deps.logger.info({ chore, count });
    } catch (error) {
      deps.logger.error({ chore, err: loggableError(error as Error) });
    }
  }
}

/** Does the chores now and every ten minutes. Several processes on one database may all do so. */
export function startChores(deps: ChoreDeps): { stop: () => Promise<void> } {
  let isStopping = false;
  const chores = { ...deps, isStopping: () => isStopping };
  let underWay = doChores(chores);
  const timer = setInterval(() => {
    underWay = underWay.then(() => doChores(chores));
  }, EVERY_MS);
  return {
    stop: async () => {
      isStopping = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

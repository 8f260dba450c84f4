import type { Logger } from 'pino';
import { loggableError } from './api/http/loggable-error.ts';
import { releaseUnscanned } from './attachments/scan-file.ts';
import { sweepUploads } from './attachments/sweep-uploads.ts';
import { freeWithheldFiles } from './attachments/withhold-files.ts';
import { watchServer } from './deliveries/watch-server.ts';
import { watchStrangers } from './deliveries/watch-strangers.ts';
import { sweepSenders } from './guard/sender.ts';
import { sweepExpired } from './identity/sweep-expired.ts';
import { completeSolutions } from './incidents/complete-solutions.ts';
import { freeLetters } from './mailbox/free-letters.ts';
import type { Store } from './store/open.ts';
import { autoCloseTickets } from './tickets/auto-close.ts';
import { tellWhatIsBack, tellWhatIsLate } from './tickets/tell-what-is-due.ts';
import { warnOfLateReplies } from './tickets/warn-of-late-replies.ts';
import type { VendorSettings } from './vendor-settings/vendor-settings.ts';

/** How often the jobs run, and those of `PROMPT_JOBS`, in milliseconds. */
const EVERY_MS = 10 * 60_000;
const PROMPT_MS = 30_000;

interface JobDeps {
  store: Store;
  now: () => Temporal.Instant;
  logger: Logger;
  closeAfterDays: number;
  keepLettersDays: number;
  /** the opening hours of the environment, where nobody changed them at the desk */
  firstSettings: VendorSettings;
  /** whether an agent has a ticket open now */
  isOpenAtDesk: (number: string) => boolean;
  /** whether a virus scanner looks at files */
  hasScanner: boolean;
  /** true once shutdown began: what would take long ends where it is, and goes on after the next start */
  isStopping?: () => boolean;
}

/** Each job by its name; it answers how much it did. */
type JobTable = Record<string, (deps: JobDeps) => Promise<number>>;

const JOBS: JobTable = {
  incidentsReplied: (deps) => completeSolutions(deps, deps.isStopping),
  ticketsBack: tellWhatIsBack,
  followUpsLate: tellWhatIsLate,
  customersWarned: warnOfLateReplies,
  mailServerAway: ({ store, now }) => watchServer({ store, now }),
  strangersMailed: ({ store, now }) => watchStrangers({ store, now }),
  ticketsClosed: (deps) => autoCloseTickets(deps, deps.closeAfterDays),
  filesFreed: ({ store, now }) => freeWithheldFiles(store, now()),
  filesReleasedUnscanned: async (deps) => (deps.hasScanner ? 0 : releaseUnscanned(deps)),
  uploadsSwept: ({ store, now }) => sweepUploads(store, now()),
  lettersFreed: ({ store, now, keepLettersDays, isStopping }) =>
    freeLetters(store, { now: now(), keepDays: keepLettersDays }, isStopping),
  sendersForgotten: ({ store, now }) => sweepSenders(store, now()),
  sessionsSwept: ({ store, now }) => sweepExpired(store, now()),
};

/** Those that tell agents of a time they wait for, and read a few rows: they run every half minute. */
const PROMPT_JOBS = ['ticketsBack', 'followUpsLate'];

/**
 * Runs every job once. One that fails is logged and tried again next time; the others go on.
 * @param names only these
 */
export async function runJobs(deps: JobDeps, names: readonly string[] = Object.keys(JOBS)): Promise<void> {
  for (const [job, work] of Object.entries(JOBS)) {
    if (!names.includes(job)) continue;
    try {
      const count = await work(deps);
      if (count > 0) deps.logger.info({ job, count });
    } catch (error) {
      deps.logger.error({ job, err: loggableError(error as Error) });
    }
  }
}

/** Jobs that run until they are stopped. */
export interface Jobs {
  /** Resolves when nothing runs any more. */
  stop: () => Promise<void>;
}

/** Runs the jobs now and every ten minutes, and the prompt ones more often. Several processes on one database may all do so. */
export function startJobs(deps: JobDeps): Jobs {
  let isStopping = false;
  const jobs = { ...deps, isStopping: () => isStopping };
  let underWay = runJobs(jobs);
  const run = (names?: readonly string[]) => {
    underWay = underWay.then(() => runJobs(jobs, names));
  };
  const timers = [setInterval(run, EVERY_MS), setInterval(run, PROMPT_MS, PROMPT_JOBS)];
  return {
    stop: async () => {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await underWay;
    },
  };
}

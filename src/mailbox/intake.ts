import type { Logger } from 'pino';
import { toInstantText } from '../store/instants.ts';
import { isUnavailable } from '../store/is-unavailable.ts';
import { type MailRow, takeStoredMail, updateMail } from '../store/mails.ts';
import { type UnderstandDeps, understandMail } from './understand-mail.ts';

/** How often it is asked what is due, in milliseconds: for what failed before, and what another process left. */
const EVERY_MS = 5_000;

/** Longer than understanding takes, looking up DNS included: what a crash cut off is taken up after it. */
const LEASE_SECONDS = 30;

/** How often a letter may fail before it is put down as unreadable: kept, listed at the desk, and read by a person. */
const MOST_FAILURES = 3;

/** How often a letter may be begun: one that ends the process each time must not do so for ever. */
const MOST_TRIES = 10;

/** Minutes of rest after a failure, times the number of tries. */
const REST_MINUTES = 1;

export type IntakeDeps = UnderstandDeps & { logger: Logger };

/**
 * Understands letters that are stored, one after another, as long as it runs. Which ones wait is known by the database
 * alone: what a stop or a crash cuts off is taken up after the next start, by whatever process.
 */
export class Intake {
  readonly #deps: IntakeDeps;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running: Promise<void> | null = null;
  #isWoken = false;
  #isStopping = false;

  constructor(deps: IntakeDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), EVERY_MS);
    this.wake();
  }

  /** Letters may wait. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isStopping) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when what was due is understood. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Resolves when the letter under way is understood; the others wait for the next start. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isStopping) {
      this.#isWoken = false;
      try {
        while (!this.#isStopping && (await understandNext(this.#deps)));
      } catch (error) {
        // The database is away: nothing is the fault of a letter.
        this.#deps.logger.error({ task: 'mailUnderstood', err: wordsOf(error) });
      }
    }
  }
}

/** Understands the letter that waits longest. @returns false when none does */
export async function understandNext(deps: IntakeDeps): Promise<boolean> {
  const { store, now, logger } = deps;
  const at = now();
  const mail = await takeStoredMail(store, toInstantText(at), toInstantText(at.add({ seconds: LEASE_SECONDS })));
  if (!mail) return false;
  if (mail.tries > MOST_TRIES) {
    await putDown(deps, mail, 'never-finished');
    return true;
  }
  try {
    await understandMail(deps, mail);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    logger.error({ task: 'mailUnderstood', mail: mail.id, tries: mail.tries, err: wordsOf(error) });
    if (mail.tries >= MOST_FAILURES) await putDown(deps, mail, 'failed');
    else {
      const rest = now().add({ minutes: REST_MINUTES * mail.tries });
      await updateMail(store, mail.id, { lease_until: toInstantText(rest) });
    }
  }
  return true;
}

async function putDown({ store, logger }: IntakeDeps, { id }: MailRow, reason: string): Promise<void> {
  await updateMail(store, id, { fate: 'unreadable', reason, lease_until: null });
  logger.error({ mail: id, fate: 'unreadable', reason });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}

import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { loggableError } from './api/http/loggable-error.ts';
import { runScanner, type ScanCommand } from './attachments/run-scanner.ts';
import { type ScanReport, scanFile, takeNextFile } from './attachments/scan-file.ts';
import { SCAN_SECONDS, SCANS_AT_ONCE } from './policy/file-scan.ts';
import type { StoreAndClock } from './store/open.ts';

/** How often it is asked what is due, in milliseconds: for what failed before, and what another process left. */
const EVERY_MS = 30_000;

interface FileScanDeps extends StoreAndClock {
  logger: Logger;
  command: ScanCommand;
  /** how long a scan may take, in milliseconds */
  timeoutMs?: number;
}

/**
 * Has files scanned as soon as they are whole, a few at a time. Which files wait is known by the database alone: what a stop
 * or a crash cuts off is taken up after the next start, by whatever process.
 */
export class FileScanRunner {
  readonly #deps: FileScanDeps;
  readonly #queue = new PQueue({ concurrency: SCANS_AT_ONCE });
  readonly #stopping = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(deps: FileScanDeps) {
    this.#deps = deps;
  }

  /** Looks for what is due now, and from time to time from then on. */
  start(): void {
    this.#timer = setInterval(() => this.wake(), EVERY_MS);
    this.wake();
  }

  /** Something may be due: a file has come. */
  wake(): void {
    if (this.#stopping.signal.aborted || this.#queue.size > 0) return;
    void this.#queue.add(() => this.#scanNext());
  }

  /** Resolves when nothing is being scanned. */
  async settled(): Promise<void> {
    await this.#queue.onIdle();
  }

  /** Ends the scanners that are at work, whose files go to the next start; resolves when none is. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#queue.onIdle();
  }

  async #scanNext(): Promise<void> {
    const { logger, command, timeoutMs = SCAN_SECONDS * 1000 } = this.#deps;
    const { signal } = this.#stopping;
    try {
      const file = signal.aborted ? null : await takeNextFile(this.#deps);
      if (!file) return;
      this.wake(); // somebody else may take the next one meanwhile
      const scan = (content: AsyncIterable<Uint8Array>) => runScanner(command, content, { timeoutMs, signal });
      const report = await scanFile(this.#deps, file, scan);
      if (report) this.#log(report);
      this.wake();
    } catch (error) {
      logger.error({ task: 'filesScanned', err: loggableError(error as Error) });
    }
  }

  /** For who is on call. A file is named by its id: its name is somebody's words. */
  #log({ file, verdict, failures, againInMinutes }: ScanReport): void {
    const { logger } = this.#deps;
    if (verdict.outcome === 'clean') logger.info({ file, scan: 'clean' });
    else if (verdict.outcome === 'refused') logger.warn({ file, scan: 'refused', says: verdict.says });
    else logger.error({ file, scan: 'failed', reason: verdict.reason, says: verdict.says, failures, againInMinutes });
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { Logger } from 'pino';
import { raiseAlarm } from '../guard/alarms.ts';
import type { Mailbox } from '../mail-settings.ts';
import { toInstantText } from '../store/instants.ts';
import { noteMailboxFailure, noteMailboxRead } from '../store/mailboxes.ts';
import type { StoreAndClock } from '../store/open.ts';
import { type FolderMemory, fetchLetters } from './fetch-letters.ts';
import { failureOf, type MailboxFailure, makeConnection, openFolder } from './imap-connection.ts';
import { type KeepingWay, keepingWay } from './keep-in-mailbox.ts';
import { type HeldLease, withMailboxLease } from './mailbox-lease.ts';
import { storeLetter } from './store-letter.ts';

/** The whole folder is searched at least this often, in milliseconds: what a server announces is a hint, never the list. */
const SEARCH_EVERY_MS = 60_000;

/** How often the lease of another process is asked for. */
const LOOK_EVERY_SECONDS = 2;

/** Seconds from one connection that failed to the next. */
const PAUSES_SECONDS = [1, 2, 5, 15, 30, 60];

/** The same after a refused password: servers lock out who tries too often. */
const LOGIN_PAUSE_SECONDS = 5 * 60;

/** Minutes for which a mailbox may be out of reach before somebody is told. A refused password is told at once. */
const ALARM_MINUTES = 10;

/** How long a server may take over the last command while the service stops, in milliseconds. */
const PATIENCE_MS = 5_000;

/** What it takes to read a mailbox. */
export interface MailboxDeps extends StoreAndClock {
  logger: Logger;
  caFile: string | null;
  /** names this process and no other */
  holder: string;
  /** called after letters were stored */
  onStored: () => void;
  /** longest letter that is stored whole */
  longestBytes?: number;
}

/** Reads one mailbox as long as it runs, whenever no other process does. */
export class MailboxReader {
  readonly #deps: MailboxDeps;
  readonly #mailbox: Mailbox;
  readonly #stopping = new AbortController();
  readonly #memory: FolderMemory = { stored: new Map(), troubled: new Set() };
  #running: Promise<void> = Promise.resolve();
  #connection: ImapFlow | undefined;
  #failures = 0;

  constructor(deps: MailboxDeps, mailbox: Mailbox) {
    this.#deps = deps;
    this.#mailbox = mailbox;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Resolves when the letter under way is stored and nothing is read any more. A server that does not answer is left. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const timer = setTimeout(() => this.#connection?.close(), PATIENCE_MS);
    await this.#running;
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const seconds = await this.#readUnderLease();
      await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns after how many seconds to try again */
  async #readUnderLease(): Promise<number> {
    const { name } = this.#mailbox;
    const terms = { name, holder: this.#deps.holder, onLost: () => this.#connection?.close() };
    try {
      await withMailboxLease(this.#deps, terms, (lease) => this.#read(lease));
      return LOOK_EVERY_SECONDS;
    } catch (error) {
      return this.#stopping.signal.aborted ? 0 : this.#noteFailure(error);
    }
  }

  /** Reads until it is told to stop or another process has the lease; throws why else it cannot go on. */
  async #read(lease: HeldLease): Promise<void> {
    const { signal } = this.#stopping;
    const connection = makeConnection(this.#mailbox, this.#deps.caFile);
    this.#connection = connection;
    let tell = () => {};
    for (const event of ['exists', 'close']) connection.on(event, () => tell());
    try {
      await openFolder(connection, this.#mailbox.folder);
      const way = await keepingWay(connection);
      this.#deps.logger.info({ mailbox: this.#mailbox.name, way }, 'reading');
      while (!signal.aborted) {
        const news = new Promise<void>((resolve) => {
          tell = resolve;
        });
        await this.#readOnce(connection, lease, way);
        // At once: by itself the library waits for fifteen seconds, in which nothing is heard of.
        void connection.idle().catch(() => undefined);
        await Promise.race([news, pause(SEARCH_EVERY_MS, undefined, { signal }).catch(() => undefined)]);
        // Servers end connections in which nothing happens: no failure, as long as the next one can be made.
        if (!connection.usable) return;
      }
      await connection.logout();
    } catch (error) {
      if (lease.isHeld()) throw error;
    } finally {
      connection.close();
    }
  }

  async #readOnce(connection: ImapFlow, lease: HeldLease, way: KeepingWay): Promise<void> {
    const { logger, onStored, store, now, longestBytes } = this.#deps;
    const { name } = this.#mailbox;
    let stored = 0;
    const left = await fetchLetters(connection, {
      way,
      ...(longestBytes && { longestBytes }),
      memory: this.#memory,
      mayGoOn: () => !this.#stopping.signal.aborted && lease.isHeld(),
      store: async (letter) => {
        const isNew = await storeLetter(this.#deps, this.#mailbox, letter);
        if (isNew) stored += 1;
        onStored();
      },
      onTrouble: (uid, error) =>
        logger.error({ mailbox: name, uid, err: error instanceof Error ? error.message : 'unknown' }),
    });
    if (stored > 0) logger.info({ mailbox: name, stored });
    this.#failures = 0;
    if (left > 0) await this.#tellOf('letter');
    else await noteMailboxRead(store, name, toInstantText(now()));
  }

  async #noteFailure(error: unknown): Promise<number> {
    const failure = failureOf(error);
    const code = String((error as { code?: unknown }).code ?? '');
    this.#deps.logger.warn({ mailbox: this.#mailbox.name, failure, code, failures: this.#failures });
    await this.#tellOf(failure).catch(() => undefined); // the database may be what is away
    const seconds = PAUSES_SECONDS[Math.min(this.#failures, PAUSES_SECONDS.length - 1)] ?? 0;
    this.#failures += 1;
    return failure === 'login' ? LOGIN_PAUSE_SECONDS : seconds;
  }

  async #tellOf(failure: MailboxFailure | 'letter'): Promise<void> {
    const { store, now } = this.#deps;
    const at = now();
    await store.transaction().execute(async (transaction) => {
      const since = await noteMailboxFailure(transaction, this.#mailbox.name, failure, toInstantText(at));
      const isLong = Temporal.Instant.compare(Temporal.Instant.from(since).add({ minutes: ALARM_MINUTES }), at) <= 0;
      if (failure === 'login' || isLong) await raiseAlarm(transaction, 'mailbox-failed', null, at);
    });
  }
}

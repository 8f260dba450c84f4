import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { appendEvent } from '../events/append-event.ts';
import { appendMailFailed } from '../events/append-mail-failed.ts';
import { raiseAlarm } from '../guard/alarms.ts';
import { failureKind, nextTry, type SendError, STOP_MINUTES } from '../policy/mail-failure.ts';
import { type DeliveryRow, takeDelivery, updateDelivery } from '../store/deliveries.ts';
import { toInstantText } from '../store/instants.ts';
import { putMailAddress } from '../store/mail-addresses.ts';
import { mailService, updateMailStop } from '../store/mail-service.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { Letter } from './letter.ts';
import { CONNECTIONS, type Smtp } from './smtp.ts';

/** Longer than all time-outs of one sending together, each of 60 s. */
const LEASE_MINUTES = 3;

/** How long an idle mailer waits before it looks for letters again, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/**
 * Seconds of rest after a letter that got no answer, for the first in a row and so on: while the server is away a queue
 * that went on would use up the tries of every letter, and all of them would come late.
 */
const RESTS_SECONDS = [1, 2, 5, 15, 30, 60];

/** What it takes to send letters. */
export interface MailerDeps extends StoreAndClock {
  logger: Logger;
  smtp: Smtp;
  /** null when there is nothing to say any more */
  compose: (delivery: DeliveryRow) => Promise<Letter | null>;
}

/**
 * Sends letters that are due, each under a lease, as long as it runs: several processes on one database may all do so.
 * Between the server's answer and our commit a crash may send a letter twice, with the same `Message-ID`.
 */
export class Mailer {
  readonly #deps: MailerDeps;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(deps: MailerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#running = Promise.all(Array.from({ length: CONNECTIONS }, () => this.#run()));
  }

  /** Resolves when no letter is on its way any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#deps.smtp.close();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let unanswered = 0;
    while (!signal.aborted) {
      const step = await this.#once().catch((error: unknown): Step => {
        this.#deps.logger.error({ mail: 'failed', err: error instanceof Error ? error.message : 'unknown' });
        return 'nothing-due';
      });
      if (step === 'done') unanswered = 0;
      if (step === 'nothing-due') await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (step !== 'unanswered') continue;
      const seconds = RESTS_SECONDS[Math.min(unanswered, RESTS_SECONDS.length - 1)] ?? 0;
      unanswered += 1;
      await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }

  async #once(): Promise<Step> {
    const { store, now } = this.#deps;
    if (await isStopped(store, now())) return 'nothing-due';
    return sendNext(this.#deps);
  }
}

/** Whether the server refused us lately: then everything waits. */
async function isStopped(store: Store, now: Temporal.Instant): Promise<boolean> {
  const stoppedAt = (await mailService(store))?.stopped_at;
  if (!stoppedAt) return false;
  return Temporal.Instant.compare(now, Temporal.Instant.from(stoppedAt).add({ minutes: STOP_MINUTES })) < 0;
}

/** What became of one step: no letter was due, one is done with whatever came of it, or the server said nothing. */
export type Step = 'nothing-due' | 'done' | 'unanswered';

/** Sends the letter that is due first. */
export async function sendNext(deps: MailerDeps): Promise<Step> {
  const { store, now, smtp } = deps;
  const at = now();
  const delivery = await takeDelivery(store, toInstantText(at), toInstantText(at.add({ minutes: LEASE_MINUTES })));
  if (!delivery) return 'nothing-due';
  const letter = await deps.compose(delivery);
  if (!letter) {
    await updateDelivery(store, delivery.id, { state: 'stopped', reason: 'nothing-to-say', lease_until: null });
    return 'done';
  }
  // Fixed before the first try: whatever happens next, it is the same letter.
  if (!delivery.message_id) await updateDelivery(store, delivery.id, { message_id: letter.messageId });
  const sent = await smtp.send(letter);
  if (sent.outcome === 'refused') {
    await noteFailure(deps, delivery, sent.error);
    return sent.error.responseCode === null ? 'unanswered' : 'done';
  }
  const { response: server_reply, serverId: server_id } = sent;
  await updateDelivery(store, delivery.id, {
    state: 'sent',
    reason: null,
    lease_until: null,
    server_id,
    server_reply,
    sent_at: toInstantText(now()),
  });
  await resume(deps);
  return 'done';
}

async function noteFailure(deps: MailerDeps, delivery: DeliveryRow, error: SendError): Promise<void> {
  const { store, now, logger } = deps;
  const kind = failureKind(error);
  const at = now();
  const next = kind === 'us' ? at : nextTry(delivery.tries, Temporal.Instant.from(delivery.created_at), at);
  const reason = [error.code, error.command, error.responseCode].filter((part) => part !== null).join(' ') || 'unknown';
  logger.warn({ mail: delivery.id, kind: delivery.kind, failure: kind, reason, tries: delivery.tries });
  await store.transaction().execute(async (transaction) => {
    const words = { reason, server_reply: error.response, lease_until: null };
    if (kind === 'us' || (kind === 'later' && next)) {
      await updateDelivery(transaction, delivery.id, { ...words, due_at: toInstantText(next ?? at) });
      if (kind === 'us') await stopAll(transaction, reason, at);
      return;
    }
    await updateDelivery(transaction, delivery.id, { ...words, state: 'failed' });
    if (kind === 'address') await markAddress(transaction, delivery.recipient, error.response, at);
    await appendMailFailed(transaction, delivery, at);
  });
}

/** Notes that there is no such address: nothing automatic goes there any more. */
async function markAddress(transaction: Store, address: string, response: string | null, at: Temporal.Instant) {
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response ?? '')?.[0] ?? null;
  await putMailAddress(transaction, { address, bounced_at: toInstantText(at), bounce_status: status });
}

/** The server refuses us: every letter stays due, somebody of ours hears of it, and one tries again after a while. */
async function stopAll(transaction: Store, reason: string, at: Temporal.Instant): Promise<void> {
  const isNew = !(await mailService(transaction))?.stopped_at;
  await updateMailStop(transaction, { stopped_at: toInstantText(at), stopped_reason: reason });
  if (!isNew) return;
  await appendEvent(transaction, {
    at: toInstantText(at),
    actor: 'clock',
    action: 'mail.stopped',
    details: { reason },
  });
  await raiseAlarm(transaction, 'mail-stopped', null, at);
}

async function resume({ store, now }: MailerDeps): Promise<void> {
  if (!(await mailService(store))?.stopped_at) return;
  await store.transaction().execute(async (transaction) => {
    await updateMailStop(transaction, { stopped_at: null, stopped_reason: null });
    await appendEvent(transaction, { at: toInstantText(now()), actor: 'clock', action: 'mail.resumed' });
  });
}

import { toInstantText } from '../store/instants.ts';
import { leaseMailbox, releaseMailbox } from '../store/mailboxes.ts';
import type { StoreAndClock } from '../store/open.ts';

/**
 * How long a lease lasts, and how often it is prolonged. Two connections that move the same letter copy it twice (seen on
 * Dovecot), so that one reads at a time; after a crash the next one begins this much later.
 */
const LEASE_SECONDS = 10;
const RENEW_EVERY_MS = 3_000;

/** Whoever has less than this left begins nothing more. */
const MARGIN_SECONDS = 2;

/** A lease that somebody has. */
export interface HeldLease {
  /** false as soon as it may be over, however the process was held up */
  isHeld: () => boolean;
}

/**
 * Works under the lease of a mailbox, which is prolonged meanwhile and given back after it.
 * @param holder names this process and no other
 * @param onLost is called when the lease could not be prolonged
 * @returns false without any work while another process has it
 */
export async function withMailboxLease(
  { store, now }: StoreAndClock,
  { name, holder, onLost }: { name: string; holder: string; onLost: () => void },
  work: (lease: HeldLease) => Promise<void>,
): Promise<boolean> {
  let until = now();
  const isHeld = () => Temporal.Instant.compare(now(), until.subtract({ seconds: MARGIN_SECONDS })) < 0;
  const take = async (): Promise<boolean> => {
    const at = now();
    const next = at.add({ seconds: LEASE_SECONDS });
    const isMine = await leaseMailbox(store, name, { holder, now: toInstantText(at), until: toInstantText(next) });
    if (isMine) until = next;
    return isMine;
  };
  if (!(await take())) return false;
  const timer = setInterval(() => {
    void take()
      .catch(() => isHeld()) // A database that is away for a moment takes nothing from us yet.
      .then((isMine) => {
        if (!isMine) onLost();
      });
  }, RENEW_EVERY_MS);
  try {
    await work({ isHeld });
  } finally {
    clearInterval(timer);
    await releaseMailbox(store, name, holder).catch(() => undefined);
  }
  return true;
}

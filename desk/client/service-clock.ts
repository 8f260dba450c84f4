import { signal } from '@preact/signals';

/** How far the clock of the service is ahead of this machine's, in milliseconds. */
const ahead = signal(0);

/** The header has whole seconds, and clocks of machines are seldom nearer: what differs less is no difference. */
const TOLERANCE_MS = 2000;

/**
 * The time by the clock of the service, in milliseconds since 1970. Promises and snoozes are the service's: an agent's
 * clock that is wrong must not change what is left. Until the first answer it is the machine's.
 */
export function serviceNow(): number {
  return Date.now() + ahead.value;
}

/**
 * Compares the clocks by the `Date` of an answer (RFC 9110 §6.6.1), which says when it was made.
 * @param sentAt when it was asked for, by this machine, in milliseconds since 1970
 */
export function hearServiceClock(date: string | null, sentAt: number): void {
  const [made, now] = [Date.parse(date ?? ''), Date.now()];
  if (Number.isNaN(made)) return;
  const found = made + 500 - (sentAt + now) / 2;
  if (Math.abs(found - ahead.peek()) > TOLERANCE_MS + Math.abs(now - sentAt)) ahead.value = found;
}

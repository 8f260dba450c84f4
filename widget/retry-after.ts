/** Longest wait that a `Retry-After` can ask for, in seconds: timers end at 24 days, and nobody waits for a day. */
const LONGEST_WAIT = 86_400;

/** What an answer's `Retry-After` asks for, in seconds: it may be a number or a date; 0 where it asks for nothing. */
export function retryAfter({ headers }: Response): number {
  const header = headers.get('Retry-After');
  if (!header) return 0;
  const seconds = Number(header) || (Date.parse(header) - Date.now()) / 1000;
  return Math.min(Math.max(0, seconds || 0), LONGEST_WAIT);
}

/** The longest pause that a service is granted, in milliseconds: timers overflow after 24 days, and nobody waits for a day. */
export const LONGEST_PAUSE_MS = 86_400_000;

/**
 * How long a scanner may take for one file, in seconds. `clamscan`, which has no daemon, reads all its signatures anew for
 * each file: that takes half a minute on a busy machine, and 10 MB are looked at within some seconds.
 */
export const SCAN_SECONDS = 120;

/**
 * For how long a file is one process's to have scanned, in seconds: longer than a scanner may take. Whoever dies meanwhile
 * leaves the file to the next.
 */
export const SCAN_LEASE_SECONDS = 300;

/** Scanners at work at a time, of each process: a core each, and the memory of their signatures. */
export const SCANS_AT_ONCE = 2;

/** Failures at one file from which on somebody should look at the scanner: seven minutes after the first. */
export const SCAN_ALARM_FAILURES = 3;

/** How often a file is tried: for almost four days, which outlasts a long weekend. */
const SCAN_TRIES = 24;

/** The longest pause between two tries, in minutes: a scanner that was mended is back at work the same day. */
const LONGEST_PAUSE_MINUTES = 360;

/**
 * Minutes until a file at which the scanner failed is tried again: twice as long each time.
 * @param failures how often it has failed, this time included
 * @returns null when it is tried no more by itself
 */
export function scanPauseMinutes(failures: number): number | null {
  return failures >= SCAN_TRIES ? null : Math.min(2 ** (failures - 1), LONGEST_PAUSE_MINUTES);
}

import { VERSION } from '../contract/shapes.ts';

/**
 * Whether a version is older than the current one (A1); parts compare as numbers, missing parts as 0.
 * @returns null when either is no version
 */
export function isBehind(yours: string, current: string): boolean | null {
  if (!VERSION.test(yours) || !VERSION.test(current)) return null;
  const mine = yours.split('.').map(Number);
  const theirs = current.split('.').map(Number);
  for (let part = 0; part < Math.max(mine.length, theirs.length); part++) {
    const difference = (mine[part] ?? 0) - (theirs[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** A range of versions with both ends included; null is no bound. */
export interface VersionRange {
  from: string | null;
  to: string | null;
}

/** Parts of a version at most: see `VERSION`. */
const PARTS = 5;

/**
 * Ends of a range for whoever compares texts part by part and knows nothing of missing ones, as the loader does: zeros at
 * the end of the first go, the last gets all that it may have.
 */
export function comparableRange({ from, to }: VersionRange): { from: string; to: string } {
  const last = (to ?? '99999').split('.');
  return {
    from: (from ?? '0').replace(/(\.0+)+$/, ''),
    to: [...last, ...Array(PARTS - last.length).fill('0')].join('.'),
  };
}

/**
 * Whether a version lies within a range. An unknown or invalid version does: a needless advisory is better than a shop
 * with a hole that nobody told it of (A2).
 */
export function isWithin(version: string | null | undefined, { from, to }: VersionRange): boolean {
  if (!version) return true;
  return !(from && isBehind(version, from)) && !(to && isBehind(to, version));
}

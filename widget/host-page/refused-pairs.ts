import type { Facts } from './facts.ts';

const KEY = 'pomoc.refused';

/** So many pairs of one tab are tried: the service counts them by address of the network, which a whole office shares. */
const MOST = 5;

const nameOf = ({ supportNumber, installUrl }: Facts) => `${supportNumber} ${installUrl}`;

/** What this tab has tried of a pair: `too-many` were refused for another to be asked about. */
export function triedBefore(pair: Facts): 'refused' | 'too-many' | null {
  const refused = recall();
  if (refused.includes(nameOf(pair))) return 'refused';
  return refused.length < MOST ? null : 'too-many';
}

/** Remembers for the life of this tab that the service refused a pair. */
export function noteRefusal(pair: Facts): void {
  try {
    sessionStorage.setItem(KEY, [...recall(), nameOf(pair)].join('\n'));
  } catch {
    // No storage: the next page asks once more.
  }
}

function recall(): string[] {
  try {
    return (sessionStorage.getItem(KEY) || '').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

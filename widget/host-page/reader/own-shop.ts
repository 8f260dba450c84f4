import type { Facts } from '../facts.ts';
import { hostOf, type Place } from '../page-address.ts';

/** The shop as it is asked about. */
export interface Pair {
  supportNumber: string;
  installUrl: string;
}

/** Facts, unless they are of another host than the page's: those are nothing. */
export function ownFacts(facts: Facts, { origin }: Place): Facts {
  return facts.installUrl && hostOf(facts.installUrl) !== hostOf(origin) ? {} : facts;
}

/**
 * The pair that facts of a page may stand for, if any: buyers write on pages of a panel too. An address must be on the
 * page's own host. The service is always asked about the page's own address, never about the one that the page shows: of
 * two shops on one host it then finds the one in whose path the page lies, and no other.
 * @param directory where the facts were read
 */
export function pairOf(facts: Facts, at: Place, directory: string): Pair | undefined | '' {
  const { supportNumber } = ownFacts(facts, at);
  return supportNumber && { supportNumber, installUrl: at.origin + directory };
}

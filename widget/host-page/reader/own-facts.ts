import type { Facts } from '../facts.ts';
import { hostOf, type Place } from '../page-address.ts';

/** Facts, unless they are of another host than the page's: those are nothing, as buyers write on pages of a panel too. */
export function ownFacts(facts: Facts, { origin }: Place): Facts {
  return facts.installUrl && hostOf(facts.installUrl) !== hostOf(origin) ? {} : facts;
}

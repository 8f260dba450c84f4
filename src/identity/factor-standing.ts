import type { FactorStanding } from '../contract/desk/second-factor.ts';
import { isFactorRequired, standingWithout } from '../policy/second-factor.ts';
import { toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { inForceSince } from '../store/second-factors.ts';
import { secondFactorRule, type VendorSettings } from '../vendor-settings/vendor-settings.ts';
import type { Agent } from './agent.ts';

/** What the standing of an agent depends on besides them. */
export interface StandingDeps {
  store: Store;
  now: () => Temporal.Instant;
  firstSettings: VendorSettings;
}

/**
 * Whether an agent has a second factor, and if not, whether they may do without. The grace runs from the first time
 * that somebody of their role was asked for one; for agents also from the day on which the vendor said so.
 */
export async function factorStanding(
  deps: StandingDeps,
  agent: Pick<Agent, 'role'>,
  hasFactor: boolean,
): Promise<FactorStanding> {
  if (hasFactor) return { state: 'has', until: null };
  const { state, until } = standingWithout(await requiredSince(deps, agent), deps.now());
  return { state, until: until && toPublicInstant(until) };
}

/** Whether a second factor is required of an agent, grace or not. */
export async function isRequiredOf({ store, firstSettings }: StandingDeps, { role }: Pick<Agent, 'role'>) {
  return isFactorRequired(role, (await secondFactorRule(store, firstSettings)).rule);
}

async function requiredSince(
  { store, now, firstSettings }: StandingDeps,
  { role }: Pick<Agent, 'role'>,
): Promise<Temporal.Instant | null> {
  if (isFactorRequired(role, 'optional'))
    return Temporal.Instant.from(await inForceSince(store, role, toInstantText(now())));
  const { rule, changedAt } = await secondFactorRule(store, firstSettings);
  if (!isFactorRequired(role, rule)) return null;
  const first = await inForceSince(store, role, toInstantText(now()));
  return Temporal.Instant.from(changedAt !== null && changedAt > first ? changedAt : first);
}

import type { AgentRole, FactorState, ProofWay, SecondFactorRule } from '../contract/lists.ts';

/** How long an agent of whom a second factor is required may do without one, in days. */
export const GRACE_DAYS = 14;

/** For how long a proof counts as fresh, in minutes: one errand, not a shift. */
export const PROOF_MINUTES = 10;

/** The second factors that an agent has. Recovery codes are none: they stand in for one that is lost. */
export interface HeldFactors {
  passkeys: number;
  hasTotp: boolean;
  recoveryCodes: number;
}

/** Whether an agent has a second factor. */
export function hasFactor({ passkeys, hasTotp }: Pick<HeldFactors, 'passkeys' | 'hasTotp'>): boolean {
  return passkeys > 0 || hasTotp;
}

/** Whether a second factor is required of a role: always of admins, of others when the vendor says so. */
export function isFactorRequired(role: AgentRole, rule: SecondFactorRule): boolean {
  return role === 'admin' || rule === 'required';
}

/**
 * Whether an agent who has no second factor may go on.
 * @param since when it was first required of their role; null where it is not
 */
export function standingWithout(
  since: Temporal.Instant | null,
  now: Temporal.Instant,
): { state: Exclude<FactorState, 'has'>; until: Temporal.Instant | null } {
  if (since === null) return { state: 'optional', until: null };
  const until = since.add({ hours: GRACE_DAYS * 24 });
  return isBefore(now, until) ? { state: 'grace', until } : { state: 'needed', until: null };
}

/** Whether a session was proven less than ten minutes ago. A proof from a later time than now is none. */
export function isFreshProof(provenAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (provenAt === null || isBefore(now, provenAt)) return false;
  return isBefore(now, provenAt.add({ minutes: PROOF_MINUTES }));
}

/**
 * What an agent may prove themselves with, the surest first. The password counts only for who has nothing else: it is
 * what a phished agent has given away.
 */
export function proofWays(held: HeldFactors): ProofWay[] {
  if (!hasFactor(held)) return ['password'];
  return [
    ...(held.passkeys > 0 ? (['passkey'] as const) : []),
    ...(held.hasTotp ? (['totp'] as const) : []),
    ...(held.recoveryCodes > 0 ? (['recovery'] as const) : []),
  ];
}

/** Whether one factor may be removed: not the last one of an agent of whom one is required, grace or not. */
export function mayRemoveFactor({ passkeys, hasTotp }: HeldFactors, isRequired: boolean): boolean {
  return !isRequired || passkeys + (hasTotp ? 1 : 0) > 1;
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

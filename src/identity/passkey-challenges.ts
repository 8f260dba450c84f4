import { randomBytes } from 'node:crypto';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { putChallenge, takeChallenge } from '../store/passkey-challenges.ts';

/** What a challenge was given out for: an answer counts for nothing else. */
export type ChallengePurpose = 'sign-in' | 'second-step' | 'proof' | 'registration';

/** For how long a challenge can be answered, in minutes: somebody may have to fetch their phone. */
export const CHALLENGE_MINUTES = 5;

/** Most challenges of a purpose at a time. Those of strangers at the door end early in a flood, those of agents do not. */
const MOST = 10_000;

/** To whom and for what a challenge is given. */
export interface ChallengeHolder {
  purpose: ChallengePurpose;
  /** the hash of the token of the session, or of the sign-in, that asks */
  boundTo: string;
}

/** Gives out a new challenge; an earlier one of the same purpose and holder ends. */
export async function giveChallenge({ store, now }: StoreAndClock, holder: ChallengeHolder): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const expires_at = toInstantText(now().add({ minutes: CHALLENGE_MINUTES }));
  await putChallenge(store, { bound_to: holder.boundTo, purpose: holder.purpose, challenge, expires_at }, MOST);
  return challenge;
}

/** Spends the challenge that was given out; null when none was, when it was answered before, or too late. */
export function spendChallenge({ store, now }: StoreAndClock, holder: ChallengeHolder): Promise<string | null> {
  return takeChallenge(store, { bound_to: holder.boundTo, purpose: holder.purpose }, toInstantText(now()));
}

import type { FactorProof } from '../contract/desk/second-factor-requests.ts';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { checkPasskey, type RelyingParty } from './check-passkey.ts';
import type { ChallengeHolder } from './passkey-challenges.ts';
import { spendCode } from './recovery-codes.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { spendTotp } from './totp.ts';

/** Who shows a second factor, and for what. */
export interface FactorCheck {
  agentId: string;
  holder: ChallengeHolder;
  party: RelyingParty;
}

/**
 * Checks a second factor of an agent and spends it: no code and no challenge counts twice. A wrong one is a line of
 * audit. The caller limits how many may be tried.
 */
export async function checkFactor(deps: SignInDeps, check: FactorCheck, proof: FactorProof): Promise<boolean> {
  const isRight = await spend(deps, check, proof);
  if (!isRight) {
    await appendEvent(deps.store, {
      at: toInstantText(deps.now()),
      actor: check.agentId,
      action: 'agent.proof-refused',
      details: { way: proof.way },
    });
  }
  return isRight;
}

async function spend(deps: SignInDeps, { agentId, holder, party }: FactorCheck, proof: FactorProof): Promise<boolean> {
  switch (proof.way) {
    case 'passkey':
      return (await checkPasskey(deps, holder, party, { credential: proof.credential, agentId })) !== null;
    case 'totp':
      return spendTotp(deps, agentId, proof.code);
    case 'recovery':
      return spendCode(deps, agentId, proof.code);
  }
}

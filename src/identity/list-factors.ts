import type { Factors } from '../contract/desk/second-factor.ts';
import { passkeysOfAgent } from '../store/passkeys.ts';
import { countFactors } from '../store/second-factors.ts';
import { findTotp } from '../store/totp.ts';
import { factorStanding, type StandingDeps } from './factor-standing.ts';
import type { DeskSession } from './read-agent-session.ts';

/** The second factors of an agent: nothing that could prove anybody. */
export async function listFactors(deps: StandingDeps, { agent, hasFactor }: DeskSession): Promise<Factors> {
  const passkeys = await passkeysOfAgent(deps.store, agent.id);
  const totp = await findTotp(deps.store, agent.id, 'confirmed');
  const { recoveryCodes } = await countFactors(deps.store, agent.id);
  return {
    standing: await factorStanding(deps, agent, hasFactor),
    passkeys: passkeys.map(({ id, name, created_at, last_used_at, backed_up }) => ({
      id,
      name,
      addedAt: created_at,
      lastUsedAt: last_used_at,
      isBackedUp: backed_up === 1,
    })),
    totpSince: totp?.confirmed_at ?? null,
    recoveryCodesLeft: recoveryCodes,
  };
}

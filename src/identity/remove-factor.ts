import { appendEvent } from '../events/append-event.ts';
import { hasFactor, mayRemoveFactor } from '../policy/second-factor.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { deletePasskey, passkeysOfAgent } from '../store/passkeys.ts';
import { countFactors, deleteFactors } from '../store/second-factors.ts';
import { deleteTotp } from '../store/totp.ts';
import { isRequiredOf, type StandingDeps } from './factor-standing.ts';
import type { DeskSession } from './read-agent-session.ts';

/** `last`: one is required of the agent, and there is no other. */
export type FactorRemoved = 'removed' | 'last' | 'missing';

/** Removes a passkey of an agent by its public id. */
export function removePasskey(deps: StandingDeps, session: DeskSession, id: string): Promise<FactorRemoved> {
  return remove(deps, session, {
    isHeld: async (transaction, agentId) => (await passkeysOfAgent(transaction, agentId)).some((one) => one.id === id),
    async end(transaction, agentId, at) {
      await deletePasskey(transaction, agentId, id);
      await appendEvent(transaction, { at, actor: agentId, action: 'agent.passkey-removed', details: { passkey: id } });
    },
  });
}

/** Removes the authenticator app of an agent. */
export function removeTotp(deps: StandingDeps, session: DeskSession): Promise<FactorRemoved> {
  return remove(deps, session, {
    isHeld: async (transaction, agentId) => (await countFactors(transaction, agentId)).hasTotp,
    async end(transaction, agentId, at) {
      await deleteTotp(transaction, agentId);
      await appendEvent(transaction, { at, actor: agentId, action: 'agent.totp-removed' });
    },
  });
}

interface Removal {
  isHeld: (transaction: Store, agentId: string) => Promise<boolean>;
  end: (transaction: Store, agentId: string, at: string) => Promise<void>;
}

/** With the last factor its recovery codes go: they stand in for one that is lost, not for none. */
async function remove(deps: StandingDeps, { agent }: DeskSession, { isHeld, end }: Removal): Promise<FactorRemoved> {
  const isRequired = await isRequiredOf(deps, agent);
  const at = toInstantText(deps.now());
  return deps.store.transaction().execute(async (transaction) => {
    // Two removals at once must not each see the other's factor.
    await lock(transaction, `factors:${agent.id}`);
    if (!(await isHeld(transaction, agent.id))) return 'missing';
    if (!mayRemoveFactor(await countFactors(transaction, agent.id), isRequired)) return 'last';
    await end(transaction, agent.id, at);
    if (!hasFactor(await countFactors(transaction, agent.id))) await deleteFactors(transaction, agent.id);
    return 'removed';
  });
}

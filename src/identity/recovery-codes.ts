import { RECOVERY_CODES } from '../contract/desk/second-factor.ts';
import { appendEvent } from '../events/append-event.ts';
import { hasFactor } from '../policy/second-factor.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { replaceRecoveryCodes, spendRecoveryCode } from '../store/recovery-codes.ts';
import { countFactors } from '../store/second-factors.ts';
import { hashSpokenCode, newSpokenCode } from './spoken-code.ts';

const PURPOSE = 'recovery-code';

/**
 * Makes ten recovery codes in the place of the earlier ones; they are shown now and never again.
 * @returns such as `k3nt-90qa-7xzv-m2p4`; null when the agent has no second factor that they could stand in for
 */
export async function makeRecoveryCodes({ store, now }: StoreAndClock, agentId: string): Promise<string[] | null> {
  const codes = Array.from({ length: RECOVERY_CODES }, newSpokenCode);
  const at = toInstantText(now());
  return store.transaction().execute(async (transaction) => {
    if (!hasFactor(await countFactors(transaction, agentId))) return null;
    await replaceRecoveryCodes(
      transaction,
      agentId,
      codes.map((code) => hashSpokenCode(PURPOSE, agentId, code)),
      at,
    );
    await appendEvent(transaction, { at, actor: agentId, action: 'agent.recovery-codes-made' });
    return codes;
  });
}

/** Spends a code; false when it is none of the agent's current set, or was used before. */
export async function spendCode({ store, now }: StoreAndClock, agentId: string, typed: string): Promise<boolean> {
  const at = toInstantText(now());
  return store.transaction().execute(async (transaction) => {
    if (!(await spendRecoveryCode(transaction, agentId, hashSpokenCode(PURPOSE, agentId, typed), at))) return false;
    const { recoveryCodes: left } = await countFactors(transaction, agentId);
    await appendEvent(transaction, { at, actor: agentId, action: 'agent.recovery-code-used', details: { left } });
    return true;
  });
}

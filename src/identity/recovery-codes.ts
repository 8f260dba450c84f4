import { randomInt } from 'node:crypto';
import { RECOVERY_CODES } from '../contract/desk/second-factor.ts';
import { appendEvent } from '../events/append-event.ts';
import { hasFactor } from '../policy/second-factor.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { replaceRecoveryCodes, spendRecoveryCode } from '../store/recovery-codes.ts';
import { countFactors } from '../store/second-factors.ts';
import { sha256 } from './token.ts';

/** Crockford's base32: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Sixteen characters are 80 bits: nobody finds one by hashing guesses, so that a plain hash will do. */
const LENGTH = 16;

/**
 * Makes ten recovery codes in the place of the earlier ones; they are shown now and never again.
 * @returns such as `k3nt-90qa-7xzv-m2p4`; null when the agent has no second factor that they could stand in for
 */
export async function makeRecoveryCodes({ store, now }: StoreAndClock, agentId: string): Promise<string[] | null> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const at = toInstantText(now());
  return store.transaction().execute(async (transaction) => {
    if (!hasFactor(await countFactors(transaction, agentId))) return null;
    await replaceRecoveryCodes(
      transaction,
      agentId,
      codes.map((code) => hashCode(agentId, code)),
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
    if (!(await spendRecoveryCode(transaction, agentId, hashCode(agentId, typed), at))) return false;
    const { recoveryCodes: left } = await countFactors(transaction, agentId);
    await appendEvent(transaction, { at, actor: agentId, action: 'agent.recovery-code-used', details: { left } });
    return true;
  });
}

function newCode(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return characters.replace(/.{4}(?=.)/g, '$&-');
}

/** As typed by a person: case, spaces and dashes do not count, and letters that look like digits are those. */
function hashCode(agentId: string, typed: string): string {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return sha256(`recovery-code:${agentId}:${code}`);
}

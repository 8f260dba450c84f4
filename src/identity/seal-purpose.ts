import type { Sealed } from '../store/seals.ts';

const KINDS: Record<Sealed, string> = { sealed_keys: 'key', shop_secrets: 'shop-secret', agent_totp: 'totp' };

/** The purpose that a secret is sealed for: its kind and its own row, so that it opens in no other. */
export function sealPurpose(table: Sealed, name: string): string {
  return `${KINDS[table]}:${name}`;
}

import type { Store } from '../store/open.ts';
import { replaceSeal, SEALED, sealsAfter } from '../store/seals.ts';
import { open, SealError, type SecretKeys, seal, sealPrefix } from './seal.ts';
import { sealPurpose } from './seal-purpose.ts';

/** How many seals are read at a time; each is replaced by itself, so that nobody waits for long. */
const BATCH = 200;

/** What became of all that is sealed. */
export interface Resealed {
  /** under the first key now */
  resealed: number;
  /** they were under the first key before */
  kept: number;
  /** none of the keys opens them; they stay as they are */
  unopened: number;
}

/** Seals everything anew that is not sealed under the first key, which may be done again at any time, and beside the service. */
export async function resealSecrets(store: Store, keys: SecretKeys): Promise<Resealed> {
  const done: Resealed = { resealed: 0, kept: 0, unopened: 0 };
  for (const table of SEALED) {
    for (let after = ''; ; ) {
      const rows = await sealsAfter(store, table, after, BATCH);
      if (rows.length === 0) break;
      for (const row of rows) {
        after = row.name;
        if (row.sealed.startsWith(sealPrefix(keys[0]))) {
          done.kept += 1;
          continue;
        }
        const purpose = sealPurpose(table, row.name);
        const secret = openOrNull(keys, purpose, row.sealed);
        if (secret === null) done.unopened += 1;
        else if (await replaceSeal(store, table, row, seal(keys, purpose, secret))) done.resealed += 1;
      }
    }
  }
  return done;
}

function openOrNull(keys: SecretKeys, purpose: string, sealed: string): string | null {
  try {
    return open(keys, purpose, sealed);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

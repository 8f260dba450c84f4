import { randomBytes } from 'node:crypto';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { findSealedKey, insertSealedKey, SEALED, sealsAfter } from '../store/seals.ts';
import { open, SealError, type SecretKeys, seal } from './seal.ts';
import { sealPurpose } from './seal-purpose.ts';

/** The keys of the service itself: of hashes, such as those of network addresses, and of marks in letters and links. */
export interface ServiceKeys {
  hashKey: Uint8Array;
  markKey: Uint8Array;
}

/**
 * The service's own keys: random, made once and sealed, so that a hash or a mailed link stays the same over a rotation of
 * `SECRET_KEYS`. They are read at the start and are the canary of these: with keys that do not open them nothing that is
 * sealed opens, and the service must not start. A database of before has none yet: there, any other secret that is
 * sealed tells.
 * @throws a `SealError` when the keys are not those of this database
 */
export async function readServiceKeys(store: Store, keys: SecretKeys): Promise<ServiceKeys> {
  return { hashKey: await readKey(store, keys, 'hashes'), markKey: await readKey(store, keys, 'marks') };
}

async function readKey(store: Store, keys: SecretKeys, name: 'hashes' | 'marks'): Promise<Uint8Array> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'sealed-keys');
    const sealed = await findSealedKey(transaction, name);
    if (sealed !== null) return Buffer.from(open(keys, sealPurpose('sealed_keys', name), sealed), 'base64');
    if (!(await opensAny(transaction, keys))) throw new SealError('No secret of this database opens');
    const key = randomBytes(32);
    const fresh = seal(keys, sealPurpose('sealed_keys', name), key.toString('base64'));
    await insertSealedKey(transaction, { name, sealed: fresh });
    return key;
  });
}

/** Whether the keys open one of the first secrets, or there is none. */
async function opensAny(db: Store, keys: SecretKeys): Promise<boolean> {
  let isNone = true;
  for (const table of SEALED) {
    for (const { name, sealed } of await sealsAfter(db, table, '', 20)) {
      isNone = false;
      try {
        open(keys, sealPurpose(table, name), sealed);
        return true;
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
      }
    }
  }
  return isNone;
}

import { randomBytes } from 'node:crypto';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { findSealedKey, insertSealedKey, SEALED, sealsAfter } from '../store/seals.ts';
import { open, SealError, type SecretKeys, seal } from './seal.ts';
import { sealPurpose } from './seal-purpose.ts';

const NAME = 'hashes';

/**
 * The key of keyed hashes, such as those of network addresses: random, made once and sealed, so that a hash stays the
 * same over a rotation of `SECRET_KEYS`. It is read at the start and is the canary of these: with keys that do not open
 * it nothing that is sealed opens, and the service must not start. A database of before has none yet: there, any other
 * secret that is sealed tells.
 * @throws a `SealError` when the keys are not those of this database
 */
export async function readHashKey(store: Store, keys: SecretKeys): Promise<Uint8Array> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'sealed-keys');
    const sealed = await findSealedKey(transaction, NAME);
    if (sealed !== null) return Buffer.from(open(keys, sealPurpose('sealed_keys', NAME), sealed), 'base64');
    if (!(await opensAny(transaction, keys))) throw new SealError('No secret of this database opens');
    const key = randomBytes(32);
    const fresh = seal(keys, sealPurpose('sealed_keys', NAME), key.toString('base64'));
    await insertSealedKey(transaction, { name: NAME, sealed: fresh });
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

import type { Store } from '../store/open.ts';
import type { Passwords } from './password.ts';
import type { SecretKeys } from './seal.ts';

/** What signing in needs: the store, the time, `SECRET_KEYS`, and how passwords are checked. */
export interface SignInDeps {
  store: Store;
  now: () => Temporal.Instant;
  secretKeys: SecretKeys;
  /** the key of keyed hashes, see `readServiceKeys` */
  hashKey: Uint8Array;
  passwords: Passwords;
}

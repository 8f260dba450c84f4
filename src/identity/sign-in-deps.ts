import type { Store } from '../store/open.ts';
import type { Passwords } from './password.ts';

/** What signing in needs: the store, the time, `SECRET_KEY`, and how passwords are checked. */
export interface SignInDeps {
  store: Store;
  now: () => Temporal.Instant;
  secretKey: Uint8Array;
  passwords: Passwords;
}

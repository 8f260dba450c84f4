import type { AgentRole } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

/** Keys of the service itself, sealed under `SECRET_KEYS`. */
export interface SealedKeysTable {
  name: string;
  sealed: string;
}

export interface ShopSecretsTable {
  /** the `kid` of the tokens it signs: a name, no secret */
  id: string;
  shop_id: number;
  /** the secret, encrypted under `SECRET_KEYS` */
  sealed: string;
  created_at: InstantText;
  revoked_at: InstantText | null;
}

export interface UsedAssertionsTable {
  /** SHA-256 of `kid` and `jti`, hex */
  assertion_hash: string;
  /** when the assertion is too old to be used again */
  expires_at: InstantText;
}

export interface ShopSessionsTable {
  /** SHA-256 of the session's token, hex */
  token_hash: string;
  shop_id: number;
  /** the secret that signed the assertion: the session ends when it is revoked */
  secret_id: string;
  created_at: InstantText;
  expires_at: InstantText;
}

export interface AgentsTable {
  id: string;
  /** in lower case */
  email: string;
  name: string;
  role: AgentRole;
  /** argon2id as a PHC string */
  password_hash: string;
  created_at: InstantText;
  disabled_at: InstantText | null;
}

/** One-time codes with which agents set a password: one of an agent at a time. */
export interface AgentCodesTable {
  agent_id: string;
  /** of `hashSpokenCode` */
  code_hash: string;
  expires_at: InstantText;
}

export interface AgentSessionsTable {
  /** SHA-256 of the cookie's token, hex */
  token_hash: string;
  /** the public id by which its agent ends the session; not derived from the token */
  id: string;
  /** browser and system, such as `Firefox · Windows`; null when unknown */
  label: string | null;
  agent_id: string;
  created_at: InstantText;
  /** may lag by a minute */
  last_used_at: InstantText;
  /** the absolute end, which no use postpones */
  expires_at: InstantText;
  /** when the agent last proved that it is them; null for sessions older than this column */
  proven_at: InstantText | null;
}

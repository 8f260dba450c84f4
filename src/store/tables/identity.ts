import type { InstantText } from './columns.ts';

export interface ShopSecretsTable {
  /** the `kid` of the tokens it signs: a name, no secret */
  id: string;
  shop_id: number;
  /** the secret, encrypted under `SECRET_KEY` */
  sealed: string;
  created_at: InstantText;
  revoked_at: InstantText | null;
}

export interface UsedAssertionsTable {
  /** SHA-256 of `kid` and `jti`, hex */
  assertion_hash: string;
  /** from when on the assertion is too old to come again */
  expires_at: InstantText;
}

export interface ShopSessionsTable {
  /** SHA-256 of the session's token, hex */
  token_hash: string;
  shop_id: number;
  /** the secret that the session was opened by: it ends when that is revoked */
  secret_id: string;
  created_at: InstantText;
  expires_at: InstantText;
}

export interface AgentsTable {
  id: string;
  /** in lower case */
  email: string;
  name: string;
  role: 'agent' | 'admin';
  /** argon2id as a PHC string */
  password_hash: string;
  created_at: InstantText;
  disabled_at: InstantText | null;
}

export interface AgentSessionsTable {
  /** SHA-256 of the cookie's token, hex */
  token_hash: string;
  /** what it is called where its agent ends it: opens nothing, and nothing of the token is in it */
  id: string;
  /** browser and system in words, such as `Firefox · Windows`; null where they were not told */
  label: string | null;
  agent_id: string;
  created_at: InstantText;
  /** at most a minute behind */
  last_used_at: InstantText;
  /** the end that no use puts off */
  expires_at: InstantText;
}

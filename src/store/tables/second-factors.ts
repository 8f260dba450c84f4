import type { AgentRole } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

export interface AgentPasskeysTable {
  /** a public name of the row */
  id: string;
  /** the authenticator's own id of the key pair, base64url */
  credential_id: string;
  agent_id: string;
  /** COSE, base64url; no secret */
  public_key: string;
  /** the authenticator's count of uses; 0 for those that do not count */
  counter: number;
  /** how browsers reach it, as a JSON list */
  transports: string;
  /** 1 when its maker keeps a copy */
  backed_up: number;
  name: string;
  created_at: InstantText;
  last_used_at: InstantText | null;
}

export interface AgentTotpTable {
  id: string;
  agent_id: string;
  /** the secret of the app, encrypted under `SECRET_KEYS` */
  sealed: string;
  created_at: InstantText;
  /** null until a code of it was shown: it does not count yet */
  confirmed_at: InstantText | null;
  /** the 30 s step of the last code that was taken: no code works twice */
  last_step: number | null;
}

export interface AgentRecoveryCodesTable {
  /** SHA-256 of the code, hex */
  code_hash: string;
  agent_id: string;
  created_at: InstantText;
  used_at: InstantText | null;
}

/** Sign-ins whose password was right and whose second factor is still to come. */
export interface HalfSignInsTable {
  /** SHA-256 of the cookie's token, hex */
  token_hash: string;
  agent_id: string;
  /** the hash that the password was checked against: another password ends the sign-in */
  password_hash: string;
  /** wrong second factors so far */
  tries: number;
  expires_at: InstantText;
}

/** Challenges of WebAuthn, one of a purpose at a time for each session or half sign-in. */
export interface PasskeyChallengesTable {
  /** SHA-256 of the token that it was given to, hex */
  bound_to: string;
  purpose: string;
  challenge: string;
  expires_at: InstantText;
}

/** Browsers in which agents have signed in: more than one agent may share one. */
export interface AgentBrowsersTable {
  /** SHA-256 of the cookie's token, hex */
  token_hash: string;
  agent_id: string;
  expires_at: InstantText;
}

/** When a second factor was first required of a role. */
export interface SecondFactorRulesTable {
  role: AgentRole;
  in_force_since: InstantText;
}

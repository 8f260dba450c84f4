import type { Generated } from 'kysely';
import type { EventAction } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

export interface IdempotencyKeysTable {
  key: string;
  /** SHA-256 of the parsed request, hex */
  request_hash: string;
  ticket_number: string;
  /** the response body, byte for byte */
  response_body: string;
  created_at: InstantText;
}

export interface AuditTable {
  id: Generated<number>;
  at: InstantText;
  /** `customer`, `operator`, or an agent's id */
  actor: string;
  action: EventAction;
  ticket_number: string | null;
  /** JSON object of facts without personal data */
  details: string;
  notice_id: number | null;
}

/** Idempotency keys of changes to notices, which belong to no ticket. */
export interface IncidentKeysTable {
  key: string;
  /** SHA-256 of the request, hex */
  request_hash: string;
  notice_id: number;
  created_at: InstantText;
}

export interface CountersTable {
  name: string;
  value: number;
}

import type { Kysely } from 'kysely';
import type { InstantText } from './tables/columns.ts';
import type { Tables } from './tables/tables.ts';

/** One line of the audit trail, written in the transaction of what it tells. `details` holds no personal data. */
export interface AuditEntry {
  at: InstantText;
  actor: string;
  action: string;
  ticketNumber?: string;
  details?: Record<string, string | number | boolean | null>;
}

/** Writes one line of the audit trail. */
export async function insertAudit(db: Kysely<Tables>, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      ticket_number: entry.ticketNumber ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}

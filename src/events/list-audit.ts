import type { AuditList } from '../contract/desk/audit.ts';
import { agentNames } from '../store/agents.ts';
import { type AuditFilter, auditPage } from '../store/audit.ts';
import { toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';

const PAGE = 50;

/** A page of the audit trail, the newest first. @param before the id of the last entry of the page before */
export async function listAudit(db: Store, filter: AuditFilter, before: number | null): Promise<AuditList> {
  const rows = await auditPage(db, filter, before, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const names = await agentNames(db, new Set(page.map(({ actor }) => actor)));
  return {
    entries: page.map(({ id, at, actor, action, ticket_number, details }) => ({
      id,
      at: toPublicInstant(Temporal.Instant.from(at)),
      by: { id: actor, name: names.get(actor) ?? null },
      action,
      ticket: ticket_number ?? JSON.parse(details).ticket ?? null,
      details: JSON.parse(details),
    })),
    next: rows.length > PAGE ? String(page.at(-1)?.id) : null,
  };
}

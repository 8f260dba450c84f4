import type { AuditList, ListAuditQuery } from '../contract/desk/audit.ts';
import { instantsOf } from '../policy/report-period.ts';
import { agentNames } from '../store/agents.ts';
import { type AuditFilter, auditPage } from '../store/audit.ts';
import { toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findShopByNumber, shopNames } from '../store/shops.ts';

const PAGE = 50;

/** A page of the audit trail, the newest first. @param before the id of the last entry of the page before */
export async function listAudit(db: Store, asked: Asked, before: number | null): Promise<AuditList> {
  const filter = await filterOf(db, asked);
  const rows = filter ? await auditPage(db, filter, before, PAGE + 1) : [];
  const page = rows.slice(0, PAGE).map(({ details, ...row }) => ({ ...row, details: JSON.parse(details) }));
  const names = await agentNames(db, new Set(page.flatMap(({ actor, details }) => [actor, ...agentsIn(details)])));
  const shops = await shopNames(db, new Set(page.flatMap(({ details: { shopId } }) => (shopId ? [shopId] : []))));
  return {
    entries: page.map(({ id, at, actor, action, ticket_number, details }) => ({
      id,
      at: toPublicInstant(Temporal.Instant.from(at)),
      by: { id: actor, name: names.get(actor) ?? null },
      action,
      ticket: ticket_number ?? details.ticket ?? null,
      shop: shops.has(details.shopId) ? { id: details.shopId, name: shops.get(details.shopId) ?? '' } : null,
      details,
    })),
    names: Object.fromEntries(names),
    next: rows.length > PAGE ? String(page.at(-1)?.id) : null,
  };
}

type Asked = Omit<ListAuditQuery, 'cursor'>;

/** What the store is asked for; null where no shop has the number, so that nothing can be about it. */
async function filterOf(db: Store, { shop: supportNumber, day, ...filter }: Asked): Promise<AuditFilter | null> {
  const shop = supportNumber === undefined ? undefined : await findShopByNumber(db, supportNumber);
  if (shop === null) return null;
  const date = day === undefined ? null : Temporal.PlainDate.from(day);
  const instants = date && instantsOf({ from: date, to: date });
  return {
    ...filter,
    shopId: shop?.id,
    ...(instants && { from: toInstantText(instants.start), before: toInstantText(instants.end) }),
  };
}

/** The details that may be ids of agents. */
function agentsIn({ agent, from, to }: Record<string, unknown>): string[] {
  return [agent, from, to].filter((id) => typeof id === 'string');
}

import { type Insertable, type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import {
  type EventAction,
  GUARD_EVENTS,
  type GuardEvent,
  type IncidentEvent,
  SETTINGS_EVENTS,
  type SettingsEvent,
  type TicketEvent,
} from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import { engineOf } from './open.ts';
import type { AuditTable } from './tables/bookkeeping.ts';
import type { Tables } from './tables/tables.ts';

/** A line of the audit trail, as it is read. */
export type AuditRow<Action extends EventAction> = Selectable<AuditTable> & { action: Action };

/** Inserts a line of the audit trail; events are appended by `events/append-event`. @returns its id */
export async function insertAuditRow(db: Kysely<Tables>, row: Insertable<AuditTable>): Promise<number> {
  return (await db.insertInto('audit').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

/** The audit trail of a ticket, in order. */
export async function auditOf(db: Kysely<Tables>, ticketNumber: string): Promise<AuditRow<TicketEvent>[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('ticket_number', '=', ticketNumber)
    .orderBy('id')
    .$narrowType<{ action: TicketEvent }>()
    .execute();
}

/** The audit trail of an incident, without that of its tickets, in order. */
export async function auditOfIncident(db: Kysely<Tables>, incidentId: number): Promise<AuditRow<IncidentEvent>[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('notice_id', '=', incidentId)
    .orderBy('id')
    .$narrowType<{ action: IncidentEvent }>()
    .execute();
}

/** The events of tickets, and of blocks and alarms, after an entry, in order: for the desk's stream. */
export async function deskAuditAfter(
  db: Kysely<Tables>,
  id: number,
  limit: number,
): Promise<
  (Pick<AuditRow<TicketEvent | GuardEvent>, 'id' | 'actor' | 'action' | 'ticket_number' | 'details'> & {
    /** who holds the ticket now */
    assignee_id: string | null;
  })[]
> {
  return db
    .selectFrom('audit')
    .leftJoin('tickets', 'tickets.number', 'audit.ticket_number')
    .select(['audit.id', 'actor', 'action', 'ticket_number', 'details', 'assignee_id'])
    .where('audit.id', '>', id)
    .where((where) => where.or([where('ticket_number', 'is not', null), where('action', 'in', GUARD_EVENTS)]))
    .orderBy('audit.id')
    .limit(limit)
    .$narrowType<{ action: TicketEvent | GuardEvent }>()
    .execute();
}

/** The newest entry's id; 0 when there is none. */
export async function newestAuditId(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('audit').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? 0;
}

/** The changes of the vendor's settings before an id, the newest first. */
export async function auditOfSettings(
  db: Kysely<Tables>,
  before: number | null,
  limit: number,
): Promise<AuditRow<SettingsEvent>[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('action', 'in', SETTINGS_EVENTS)
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .$narrowType<{ action: SettingsEvent }>()
    .execute();
}

/** Whether an agent was recorded as a reader of a ticket, a file or a letter, since an instant. */
export async function hasRead(
  db: Kysely<Tables>,
  { action, actor, details }: { action: 'read.ticket' | 'read.file' | 'read.mail'; actor: string; details: string },
  since: InstantText,
): Promise<boolean> {
  const row = await db
    .selectFrom('audit')
    .select('id')
    .where('action', '=', sql.lit(action))
    .where('actor', '=', actor)
    .where('at', '>', since)
    .where('details', '=', details)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What of the audit trail is asked for. */
export interface AuditFilter {
  /** an agent's id, `customer`, `operator` or `clock` */
  actor?: string | undefined;
  action?: EventAction | undefined;
  /** a ticket's number */
  ticket?: string | undefined;
  /** the shop whose tickets, or which itself, it is about */
  shopId?: number | undefined;
  /** not before */
  from?: InstantText | undefined;
  before?: InstantText | undefined;
}

/** The audit trail, the newest first. @param before the id of the last entry of the page before */
export async function auditPage(
  db: Kysely<Tables>,
  { actor, action, ticket, shopId, from, before: end }: AuditFilter,
  before: number | null,
  limit: number,
): Promise<Selectable<AuditTable>[]> {
  let page = db.selectFrom('audit').selectAll();
  if (before !== null) page = page.where('id', '<', before);
  if (actor !== undefined) page = page.where('actor', '=', actor);
  if (action !== undefined) page = page.where('action', '=', action);
  if (ticket !== undefined)
    page = page.where((row) =>
      row.or([row('ticket_number', '=', ticket), row('details', 'like', `%"ticket":"${ticket}"%`)]),
    );
  if (shopId !== undefined) {
    const tickets = db.selectFrom('tickets').select('number').where('shop_id', '=', shopId);
    page = page.where((row) =>
      row.or([
        row('ticket_number', 'in', tickets),
        row(detail(db, 'ticket'), 'in', tickets),
        row(detail(db, 'shopId'), '=', `${shopId}`),
      ]),
    );
  }
  if (from !== undefined) page = page.where('at', '>=', from);
  if (end !== undefined) page = page.where('at', '<', end);
  return page.orderBy('id', 'desc').limit(limit).execute();
}

/** A detail of an event as text; null where it has none of that name. */
function detail(db: Kysely<Tables>, name: string): RawBuilder<string> {
  return engineOf(db) === 'postgres'
    ? sql`(details::json ->> ${sql.lit(name)})`
    : sql`cast(details ->> ${sql.lit(name)} as text)`;
}

import type { Kysely } from 'kysely';

// Frozen as migration 0013 runs it: what `store/response-times` writes today may differ.

/** The columns that are read and written here. Instants are ISO 8601 in UTC with milliseconds. */
export interface WaitTables {
  tickets: Ticket & { sequence: number };
  audit: AuditLine & { id: number; ticket_number: string | null };
  waits: Wait;
}

interface Ticket {
  number: string;
  channel: string;
  received_at: string;
  waiting_since: string | null;
  changed_at: string;
}

interface AuditLine {
  at: string;
  actor: string;
  action: string;
  details: string;
}

interface Wait {
  ticket_number: string;
  channel: string;
  began_at: string;
  due_at: string | null;
  ended_at: string | null;
  ended_by: 'answer' | 'move' | null;
  answer_seconds: number | null;
}

/** Tickets per query. */
const BATCH = 500;

/** The promise when this was written (A4), in hours. */
const PROMISED_HOURS = 72;

/** Writes the waits of older tickets, reconstructed from the audit trail. */
export async function fillWaits(db: Kysely<WaitTables>): Promise<void> {
  for (let last = 0; ; ) {
    const tickets = await db
      .selectFrom('tickets')
      .select(['number', 'sequence', 'channel', 'received_at', 'waiting_since', 'changed_at'])
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(BATCH)
      .execute();
    const lines = await linesOf(db, tickets);
    for (const ticket of tickets) {
      const waits = waitsOf(ticket, lines.get(ticket.number) ?? []);
      if (waits.length > 0) await db.insertInto('waits').values(waits).execute();
    }
    last = tickets.at(-1)?.sequence ?? 0;
    if (tickets.length < BATCH) return;
  }
}

async function linesOf(db: Kysely<WaitTables>, tickets: readonly Ticket[]): Promise<Map<string | null, AuditLine[]>> {
  if (tickets.length === 0) return new Map();
  const lines = await db
    .selectFrom('audit')
    .select(['ticket_number', 'at', 'actor', 'action', 'details'])
    .where(
      'ticket_number',
      'in',
      tickets.map(({ number }) => number),
    )
    .where('action', 'in', ['ticket.message', 'ticket.answered', 'ticket.moved', 'ticket.merged'])
    .orderBy('id')
    .execute();
  return Map.groupBy(lines, ({ ticket_number }) => ticket_number);
}

/** The waits of one ticket: it came waiting, and each line of the trail may have ended the wait or begun another. */
function waitsOf(ticket: Ticket, lines: readonly AuditLine[]): Wait[] {
  const waits: Wait[] = [];
  let beganAt: string | null = ticket.received_at;
  const end = (at: string, by: 'answer' | 'move') => {
    if (beganAt !== null) waits.push(aWait(ticket, beganAt, at, by));
    beganAt = null;
  };
  for (const { at, actor, action, details } of lines) {
    if (action === 'ticket.answered') end(at, 'answer');
    else if (action === 'ticket.message') beganAt ??= at;
    else if (action === 'ticket.merged') beganAt = JSON.parse(details).from === ticket.number ? null : beganAt;
    else if (['solved', 'closed'].includes(JSON.parse(details).to)) end(at, 'move');
    else if (actor === 'customer') beganAt ??= at;
  }
  // The ticket's own columns decide whether its customer waits now, and since when.
  if (ticket.waiting_since === null) end(ticket.changed_at, 'move');
  else waits.push(aWait(ticket, ticket.waiting_since, null, null));
  return waits;
}

function aWait(
  { number, channel }: Ticket,
  beganAt: string,
  endedAt: string | null,
  by: 'answer' | 'move' | null,
): Wait {
  const dueAt = Temporal.Instant.from(beganAt).add({ hours: PROMISED_HOURS });
  return {
    ticket_number: number,
    channel,
    began_at: beganAt,
    due_at: channel === 'email' ? null : dueAt.toString({ smallestUnit: 'millisecond' }),
    ended_at: endedAt,
    ended_by: by,
    answer_seconds: by === 'answer' && endedAt !== null ? secondsBetween(beganAt, endedAt) : null,
  };
}

/** Whole seconds, never below 0, even if the clock was set back. */
function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}

import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/** The filters of the desk's lists. */
const FILTERS = ['assignee_id', 'channel', 'topic', 'status', 'shop_id', 'proof'] as const;

/** The order of each part of the queue below the outages. */
const ORDERS = {
  tickets_due: ['promised', 'queue_due_at', 'sequence'],
  tickets_queue: ['promised', 'queue_channel_rank', 'queue_due_at', 'sequence'],
} as const;

interface Tables {
  tickets: {
    number: string;
    channel: string;
    status: string;
    merged_into: string | null;
    snoozed_until: string | null;
    promised: 0 | 1;
    queue_waiting: 0 | 1;
    queue_channel_rank: number;
    queue_return_at: string | null;
  };
}

/**
 * Whether a ticket has a promise, by when we said that we write again, and when a ticket that nobody waits for comes back
 * by itself. A call waits with the form: it stands before it only as an outage.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  const text = textType(db);
  const tickets = () => db.schema.alterTable('tickets');
  await tickets()
    .addColumn('promised', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await tickets().addColumn('follow_up_at', text).execute();
  await tickets()
    .addColumn('follow_ups', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await tickets().addColumn('queue_return_at', text).execute();
  await carryOver(db);
  for (const [name, order] of Object.entries(ORDERS)) {
    await db.schema.dropIndex(name).execute();
    await db.schema
      .createIndex(name)
      .on('tickets')
      .columns(['queue_waiting', 'queue_outage', ...order, ...FILTERS])
      .execute();
  }
  await db.schema
    .createIndex('tickets_promised')
    .on('tickets')
    .columns(['queue_waiting', 'queue_return_at', 'sequence', 'follow_up_at', ...FILTERS])
    .where(sql.ref('queue_return_at'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('tickets_assignee_back')
    .on('tickets')
    .columns(['assignee_id', 'queue_waiting', 'queue_return_at', 'sequence', 'follow_up_at'])
    .where(sql.ref('queue_return_at'), 'is not', null)
    .execute();
}

async function carryOver(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('tickets').set({ promised: 0 }).where('channel', '=', 'email').execute();
  // One that took over a ticket of the panel keeps that one's place.
  await db
    .updateTable('tickets')
    .set({ queue_channel_rank: 1 })
    .where('channel', '=', 'phone')
    .where('queue_channel_rank', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tickets as part')
            .select('part.number')
            .whereRef('part.merged_into', '=', 'tickets.number')
            .where('part.channel', '=', 'panel'),
        ),
      ),
    )
    .execute();
  // What was put off before anything brought it back comes back now: whoever did so was told that it would.
  await db
    .updateTable('tickets')
    .set((update) => ({ queue_return_at: update.ref('snoozed_until') }))
    .where('snoozed_until', 'is not', null)
    .where('queue_waiting', '=', 0)
    .where('status', 'in', ['in-progress', 'waiting-for-customer'])
    .execute();
}

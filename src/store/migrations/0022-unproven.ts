import type { Kysely } from 'kysely';

/** The filters of the desk's lists. */
const FILTERS = ['assignee_id', 'channel', 'topic', 'status', 'shop_id', 'proof'] as const;

/** The order of each section of the queue. */
const ORDERS = {
  tickets_outages: ['queue_unproven', 'waiting_since', 'sequence'],
  tickets_due: ['queue_due_at', 'sequence'],
  tickets_queue: ['queue_channel_rank', 'queue_due_at', 'sequence'],
} as const;

/** Among outages what is proven goes before what is not; lists are filtered by proof. */
export async function up(db: Kysely<{ tickets: { proof: string; queue_unproven: 0 | 1 } }>): Promise<void> {
  await db.schema
    .alterTable('tickets')
    .addColumn('queue_unproven', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db
    .updateTable('tickets')
    .set({ queue_unproven: 0 })
    .where('proof', 'in', ['verified', 'phone', 'vouched'])
    .execute();
  for (const [name, order] of Object.entries(ORDERS)) {
    await db.schema.dropIndex(name).execute();
    await db.schema
      .createIndex(name)
      .on('tickets')
      .columns(['queue_waiting', 'queue_outage', ...order, ...FILTERS])
      .execute();
  }
  await db.schema.createIndex('tickets_proof').on('tickets').columns(['proof', 'sequence']).execute();
}

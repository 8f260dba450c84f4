import type { Store } from '../../src/store/open.ts';
import { endResponseTime } from '../../src/store/response-times.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { aTicketRow } from './a-ticket-row.ts';

const TOPICS = [
  'configuration',
  'running',
  'outage',
  'installation',
  'updates',
  'other',
  'N1',
  'N2',
  'N8',
  'N10',
] as const;
const CHANNELS = ['panel', 'panel', 'panel', 'form', 'phone', 'email'] as const;
const HOUR_MS = 3_600_000;

/** Tickets by every channel over the last so many days, most of them answered, some late: always the same ones. */
export async function storeBusyDays(store: Store, now: number, days: number): Promise<void> {
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  await store.transaction().execute(async (transaction) => {
    for (let index = 0; index < days * 6; index++) {
      // A walk through the hours that is neither in order nor even: more by day than by night.
      const day = Math.floor(index / 6);
      const hour = 7 + ((index * 7 + day * 3) % (index % 5 === 0 ? 16 : 9));
      const began = now - (days - day) * 24 * HOUR_MS + hour * HOUR_MS - 12 * HOUR_MS;
      const channel = CHANNELS[(index * 5 + day) % CHANNELS.length] ?? 'panel';
      const topic = TOPICS[(index * index + day) % TOPICS.length] ?? 'other';
      const row = aTicketRow(600_000 + index, {
        channel,
        topic,
        covered: topic.startsWith('N') ? 0 : 1,
        scope_rule: topic.startsWith('N') ? topic : null,
        received_at: at(began),
        waiting_since: at(began),
        changed_at: at(began),
        answer_by: channel === 'email' ? null : at(began + 72 * HOUR_MS),
      });
      await insertTicket(transaction, row);
      const took = ((index * 37) % 97) * HOUR_MS * (index % 11 === 0 ? 1 : 0.15);
      if (began + took > now) continue;
      const by = index % 23 === 0 ? 'move' : 'answer';
      await endResponseTime(transaction, row.number, { beganAt: at(began), at: at(began + took), by });
    }
  });
}

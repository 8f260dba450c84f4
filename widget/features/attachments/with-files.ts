import type { TicketEntry } from '../../outbox/ticket-entry.ts';
import type { TicketClient } from '../../service/ticket-client.ts';
import type { Attachments } from './attachments.tsx';

/**
 * Wraps a client so that a ticket's files are uploaded before the ticket.
 * @param loadAttachments loads the code for files; while that fails, the ticket waits
 */
export function withFiles(client: TicketClient, loadAttachments: () => Promise<Attachments | null>): TicketClient {
  return {
    ...client,
    async openTicket(entry) {
      if (!isWhole(entry) || !entry.draft.files?.[0]) return client.openTicket(entry);
      return (await loadAttachments())?.openTicket(entry, client) ?? { outcome: 'unanswered', retryAfter: 0 };
    },
  };
}

/** An earlier body under the same key has no draft any more; its files were sent with it. */
function isWhole(entry: Pick<TicketEntry, 'key' | 'body'>): entry is TicketEntry {
  return 'draft' in entry;
}

import type { Attachments } from '../extras.tsx';
import type { TicketEntry } from '../outbox/ticket-entry.ts';
import type { TicketClient } from '../ticket-client.ts';

/**
 * A client whose tickets bring their files along: those go first, then the ticket that names them.
 * @param loadAttachments what knows of files; while that cannot be loaded, such a ticket waits
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

/** Of a body that was sent under its key before the text was changed, only that is left: its files went with it. */
function isWhole(entry: Pick<TicketEntry, 'key' | 'body'>): entry is TicketEntry {
  return 'draft' in entry;
}

import { isOfPanel } from '../../host-page/flags.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';

/**
 * The tickets of this browser that may still get a reply. Read from the database that the panel writes, without its
 * library, as this runs on every page of who has written; where there is none yet, none is made.
 */
export function followedTickets(panelPath: string): Promise<FollowedTicket[]> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('pomoc');
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = opening.onblocked = () => resolve([]);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('tickets').objectStore('tickets').getAll();
      database.close(); // once it is read: no newer page has to wait for this one
      reading.onerror = () => resolve([]);
      reading.onsuccess = () =>
        resolve(
          reading.result.filter((ticket: FollowedTicket) => !ticket.isOver && isOfPanel(ticket.directory, panelPath)),
        );
    };
  });
}

import type { TicketSort } from '../../src/contract/lists.ts';
import type { ListsModel } from './lists-model.ts';

/** Shows all tickets in an order, or the queue, which has its own; the filters stay. */
export function sortList(lists: ListsModel, order: TicketSort | 'queue'): void {
  const view = order === 'queue' ? 'queue' : 'all';
  lists.go({ ...lists.place(), view, sort: order === 'queue' ? 'newest' : order });
}

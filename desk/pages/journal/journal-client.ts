import { type AuditList, listDeskAudit } from '../../../src/contract/desk/audit.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** What of the journal is asked for; an empty text does not filter. */
export interface JournalFilters {
  /** an agent's id, `customer`, `operator`, `clock` or `unknown` */
  actor: string;
  action: string;
  ticket: string;
  /** a support number */
  shop: string;
  /** as `2026-11-22`, in Poland */
  day: string;
}

/** Requests of the page of the journal. */
export interface JournalClient {
  list: (filters: JournalFilters, cursor: string | null) => Promise<DeskAnswer<AuditList>>;
}

export function createJournalClient({ call }: DeskHttp): JournalClient {
  return {
    list: ({ actor, action, ticket, shop, day }, cursor) =>
      call(listDeskAudit, {
        query: {
          actor: actor || null,
          action: action || null,
          ticket: ticket || null,
          shop: shop || null,
          day: day || null,
          cursor,
        },
      }),
  };
}

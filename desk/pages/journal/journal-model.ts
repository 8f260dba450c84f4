import { createModel, signal } from '@preact/signals';
import type { AuditList } from '../../../src/contract/desk/audit.ts';
import type { JournalClient, JournalFilters } from './journal-client.ts';

const NO_FILTERS: JournalFilters = { actor: '', action: '', ticket: '', shop: '', day: '' };

const NOTHING: AuditList = { entries: [], names: {}, next: null };

/** A ticket's number as the service takes it. */
const TICKET = /^\d{7,12}$/;

/** The journal, page by page, by what was asked for last. */
export const JournalModel = createModel((client: JournalClient) => {
  /** as they stand in the form */
  const filters = signal(NO_FILTERS);
  const list = signal<AuditList | null>(null);
  const state = signal<'loading' | 'shown' | 'unanswered'>('loading');
  /** the number typed is no ticket's */
  const isTicketWrong = signal(false);
  /** as they were asked for: the next page is of the same */
  let asked = NO_FILTERS;
  let count = 0;

  async function read(): Promise<void> {
    const mine = ++count;
    state.value = 'loading';
    const answer = await client.list(asked, null);
    if (mine !== count) return;
    // What cannot be a support number is refused: no shop has it.
    const isNobodys = answer.outcome === 'refused' && answer.code === 'invalid-request';
    if (answer.outcome === 'ok') list.value = answer.value;
    else if (isNobodys) list.value = NOTHING;
    state.value = answer.outcome === 'ok' || isNobodys ? 'shown' : 'unanswered';
  }

  return {
    filters,
    list,
    state,
    isTicketWrong,
    /** Reads the newest page of what was asked for last. */
    read,
    /** Asks for what stands in the form; spaces around and within numbers are dropped. */
    async show() {
      const { ticket, shop, ...others } = filters.peek();
      const typed = { ...others, ticket: ticket.replace(/\s/g, ''), shop: shop.trim() };
      isTicketWrong.value = typed.ticket !== '' && !TICKET.test(typed.ticket);
      if (isTicketWrong.peek()) return;
      asked = typed;
      await read();
    },
    async clear() {
      filters.value = NO_FILTERS;
      isTicketWrong.value = false;
      asked = NO_FILTERS;
      await read();
    },
    /** Adds the next page. */
    async more() {
      const mine = ++count;
      const before = list.peek();
      if (!before?.next) return;
      const answer = await client.list(asked, before.next);
      if (mine !== count) return;
      state.value = answer.outcome === 'ok' ? 'shown' : 'unanswered';
      if (answer.outcome !== 'ok') return;
      const { entries, names, next } = answer.value;
      list.value = { entries: [...before.entries, ...entries], names: { ...before.names, ...names }, next };
    },
  };
});

export type JournalModel = InstanceType<typeof JournalModel>;

import { asOneOf } from '../../browser/lists.ts';
import { SEARCH_SCOPES, type SearchScope, TICKET_SORTS, type TicketSort } from '../../src/contract/lists.ts';
import type { Filters } from '../client/desk-client.ts';

/** What the list shows, as its address says it. */
export interface ListPlace {
  view: 'queue' | 'all' | 'found';
  filters: Filters;
  /** of all tickets; the queue has an order of its own, and a search too */
  sort: TicketSort;
  /** of a search, as typed */
  question: string;
  /** where a search looks */
  scope: SearchScope;
  isCompact: boolean;
}

/** What filters, each under its name in the address. */
export const FILTER_NAMES = [
  'assignee',
  'status',
  'topic',
  'channel',
  'proof',
  'support',
  'tag',
  'shop',
  'mentioned',
] as const;

/**
 * Reads the query of an address, such as `?lista=all&assignee=none&tag=payu`. What is unknown in it is left out: an old
 * link shows more than it did, not nothing.
 * @param isCompact what holds where the address does not say
 */
export function readListPlace(query: string, isCompact: boolean): ListPlace {
  const said = new URLSearchParams(query);
  const question = said.get('q') ?? '';
  const filters = FILTER_NAMES.flatMap((name) => {
    const value = said.get(name);
    return value ? [[name, value] as const] : [];
  });
  const rows = said.get('rows');
  const sort = question ? null : asOneOf(TICKET_SORTS, said.get('sort'));
  return {
    view: question ? 'found' : sort || said.get('list') === 'all' ? 'all' : 'queue',
    filters: Object.fromEntries(filters),
    sort: sort ?? 'newest',
    question,
    scope: asOneOf(SEARCH_SCOPES, said.get('in')) ?? 'all',
    isCompact: rows === null ? isCompact : rows === 'compact',
  };
}

/** The query of a place; empty for the whole queue in comfortable rows. */
export function listQuery({ view, filters, sort, question, scope, isCompact }: ListPlace): string {
  const said = new URLSearchParams();
  if (view === 'all') said.set('list', 'all');
  if (view === 'all' && sort !== 'newest') said.set('sort', sort);
  if (view === 'found') said.set('q', question);
  if (view === 'found' && scope !== 'all') said.set('in', scope);
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value) said.set(name, value);
  }
  if (isCompact) said.set('rows', 'compact');
  const query = said.toString();
  return query && `?${query}`;
}

/** Where the place of the list is kept. */
export interface ListAddress {
  read: () => ListPlace;
  /** @param isStep whether the browser's back button returns to what was shown before */
  write: (place: ListPlace, isStep: boolean) => void;
  /** calls back when somebody went back or forward to another place */
  follow: (onPlace: (place: ListPlace) => void) => void;
}

/** Of lists without an address, such as those of tests. */
export const NO_ADDRESS: ListAddress = {
  read: () => readListPlace('', false),
  write: () => {},
  follow: () => {},
};

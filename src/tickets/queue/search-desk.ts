import type { Found } from '../../contract/desk/search.ts';
import { foldToWords } from '../../contract/fold.ts';
import type { SearchScope } from '../../contract/lists.ts';
import { searchTerms } from '../../contract/searched-words.ts';
import { EMAIL } from '../../contract/shapes.ts';
import { isTicketNumber } from '../../contract/tickets/ticket-number.ts';
import type { Agent } from '../../identity/agent.ts';
import { foundBy } from '../../shops/found-by.ts';
import { toInstantText } from '../../store/instants.ts';
import type { Store } from '../../store/open.ts';
import { queuedTickets } from '../../store/queue.ts';
import { shopsWithWords, ticketsFrom, ticketsWithWords, whatWasFound } from '../../store/search.ts';
import { ticketsTagged } from '../../store/tags.ts';
import { resolveMerged } from '../resolve-merged.ts';
import { toQueueRows } from './to-queue-row.ts';
import { isInScope, whyFound } from './why-found.ts';

const MOST_TICKETS = 50;
const MOST_SHOPS = 10;

/** So many of the newest that have the words are looked through for a scope. */
const MOST_OF_SCOPE = 300;

/**
 * Tickets and shops found by an agent's question. A number is only that of a ticket that is there: the digits of a telephone
 * may fit one by chance.
 */
export async function searchDesk(
  db: Store,
  agent: Agent,
  { asked, scope }: { asked: string; scope: SearchScope },
  now: Temporal.Instant,
): Promise<Found> {
  const typed = asked.trim();
  const terms = searchTerms(typed);
  const number = await numberOf(db, typed);
  const withWords = await ticketsWithWords(db, terms, isLookedThrough(scope) ? MOST_OF_SCOPE : MOST_TICKETS);
  const looked = await whatWasFound(db, withWords);
  const inScope = looked.filter((ticket) => isInScope(ticket, terms, scope));
  const others = scope === 'all' ? [number, ...(await namedOtherwise(db, typed))] : [];
  const numbers = [...new Set([...others, ...inScope.map((ticket) => ticket.number)])]
    .filter((one) => one !== null)
    .slice(0, MOST_TICKETS);
  const rows = new Map((await queuedTickets(db, numbers)).map((row) => [row.number, row]));
  const shops = scope === 'all' ? await findShops(db, typed, now) : [];
  return {
    number,
    tickets: await toQueueRows(
      db,
      agent.id,
      numbers.flatMap((one) => rows.get(one) ?? []),
    ),
    why: inScope.filter((ticket) => rows.has(ticket.number)).flatMap((ticket) => whyFound(ticket, terms) ?? []),
    shops,
  };
}

const isLookedThrough = (scope: SearchScope) => scope !== 'all';

async function numberOf(db: Store, typed: string): Promise<string | null> {
  const digits = typed.replace(/\s/g, '');
  return isTicketNumber(digits) ? ((await resolveMerged(db, digits))?.number ?? null) : null;
}

/** Tickets from an address, and those with a tag. */
async function namedOtherwise(db: Store, typed: string): Promise<string[]> {
  const from = EMAIL.test(typed) ? await ticketsFrom(db, typed, MOST_TICKETS) : [];
  const tag = foldToWords(typed);
  return tag === '' ? from : [...from, ...(await ticketsTagged(db, tag, MOST_TICKETS))];
}

async function findShops(db: Store, typed: string, now: Temporal.Instant): Promise<Found['shops']> {
  const at = toInstantText(now);
  const shops = await shopsWithWords(db, typed, MOST_SHOPS, at);
  const by = await foundBy(db, shops, typed, at);
  return shops.map(({ id, shop_name, support_number, install_url }) => ({
    id,
    name: shop_name,
    supportNumber: support_number,
    installUrl: install_url,
    foundBy: by.get(id) ?? null,
  }));
}
